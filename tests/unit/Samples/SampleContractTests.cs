using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Rettidig.Domain.Events;

namespace Rettidig.Unit.Tests.Samples;

/// <summary>Every committed line keeps the contract of the events, told here once more in a few words of its own.</summary>
public sealed partial class SampleContractTests
{
    private static readonly string[] MayLieAhead = ["placement.started", "placement.site-changed", "placement.ended", "caseworker.changed", "staff.upserted"];
    private static readonly string[] PlannedDays = ["nextReviewOn", "rehearingOn", "periodEndsOn"];

    public static TheoryData<string> Files { get; } = [SampleLine.FiftyTwo, SampleLine.TwoHundredTwentyFive, SampleLine.OneChild];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_product_accepts_every_line(string file)
    {
        foreach (SampleLine line in SampleLine.Read(file))
        {
            EventReading reading = EventReader.Read(Encoding.UTF8.GetBytes(line.Text), Instant.FromUtc(2030, 1, 1, 0, 0));

            Assert.False(reading is EventReading.Refused, $"{line.Id} ({line.Name}): {(reading as EventReading.Refused)?.Refusal.Description}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_envelope_is_CloudEvents_of_municipality_999(string file)
    {
        foreach (SampleLine line in SampleLine.Read(file))
        {
            JsonElement root = JsonElement.Parse(line.Text);

            Assert.Equal("1.0", root.GetProperty("specversion").GetString());
            Assert.Equal("application/json", root.GetProperty("datacontenttype").GetString());
            Assert.Equal("urn:example:fagsystem-999", root.GetProperty("source").GetString());
            Assert.Matches("^[A-Za-z0-9._-]{1,40}$", line.Id);
            Assert.Matches(line.Name == "staff.upserted" ? "^999/staff/[a-z]{2}[0-9]{2}$" : "^999/S-20[12][0-9]-[0-9]{3}$", line.Subject);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Lines_stand_in_order_in_Danish_office_hours_within_eighteen_months(string file)
    {
        List<DateTimeOffset> times = [.. SampleLine.Read(file).Select(line => DateTimeOffset.ParseExact(line.Time, "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))];
        var denmark = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

        Assert.Equal(times.Order(), times);
        Assert.All(times, time => Assert.Equal(denmark.GetUtcOffset(time), time.Offset));
        Assert.All(times, time => Assert.InRange(time.Hour, 8, 16));
        Assert.All(times, time => Assert.False(time.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday, $"{time}"));
        Assert.True(times[^1] <= times[0].AddMonths(18).AddDays(7), $"{times[0]} – {times[^1]}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Only_what_may_lie_ahead_does(string file)
    {
        foreach (SampleLine line in SampleLine.Read(file).Where(line => !MayLieAhead.Contains(line.Name)))
        {
            IEnumerable<JsonProperty> days = line.Data.EnumerateObject()
                .Where(field => field.Name == "on" || field.Name.EndsWith("On", StringComparison.Ordinal))
                .Where(field => !PlannedDays.Contains(field.Name));

            Assert.All(days, day => Assert.True(string.CompareOrdinal(day.Value.GetString(), line.Time[..10]) <= 0, $"{line.Id} ({line.Name}): {day}"));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_line_holds_anything_like_a_personal_number(string file) =>
        Assert.All(SampleLine.Read(file), line => Assert.DoesNotMatch(PersonalNumber(), line.Text));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_mail_address_is_one_that_cannot_exist(string file) =>
        Assert.All(SampleLine.Read(file).SelectMany(line => MailDomain().Matches(line.Text)), match => Assert.EndsWith(".example", match.Value));

    [Fact]
    public void What_is_retracted_came_before_from_the_same_placement()
    {
        List<SampleLine> lines = SampleLine.Read(SampleLine.FiftyTwo);

        Assert.All(lines.Where(line => line.Name == "event.retracted"), retraction =>
            Assert.Contains(lines.TakeWhile(line => line != retraction), line => line.Id == retraction.Value("retracts") && line.Subject == retraction.Subject));
    }

    [GeneratedRegex(@"(?<!\d)\d{6}[- ]?\d{4}(?!\d)")]
    private static partial Regex PersonalNumber();

    [GeneratedRegex(@"@[A-Za-z0-9.-]+")]
    private static partial Regex MailDomain();
}
