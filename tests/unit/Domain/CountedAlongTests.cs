using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Explanations;
using Rettidig.Domain.Rules;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Domain;

/// <summary>Counts along with every explanation of the sample cases, by another calendar than the one that wrote them.</summary>
public partial class CountedAlongTests
{
    private static readonly Obligation[] Obligations = [.. Cases("samples/52-sager.jsonl").SelectMany(file => RuleBook.Standard.Evaluate(file, new LocalDate(2026, 1, 5)).Obligations)];

    [Fact]
    public void What_an_explanation_counts_ends_on_the_day_it_says()
    {
        Match[] counted = [.. Obligations.Select(obligation => Term().Match(Arithmetic.Of(obligation)[0])).Where(match => match.Success)];

        Assert.True(counted.Length > 1000, $"Only {counted.Length} were counted.");
        Assert.All(counted, match =>
        {
            int number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
            DateTime from = Day(match.Groups[3].Value);
            DateTime? to = match.Groups[2].Value switch
            {
                "dag" or "dage" => from.AddDays(number),
                "uge" or "uger" => from.AddDays(7 * number),
                "måned" or "måneder" => from.AddMonths(number),
                "år" => from.AddYears(number),
                _ => null,
            };
            Assert.True(to is null || to == Day(match.Groups[4].Value), match.Value);
            Assert.Equal(Weekdays[(int)Day(match.Groups[4].Value).DayOfWeek], match.Groups[5].Value);
        });
    }

    [Fact]
    public void Every_explanation_names_its_due_day_its_event_and_what_can_close_it() => Assert.All(Obligations, obligation =>
    {
        Assert.Contains($"{DanishDates.Short(obligation.Due)}, en {DanishDates.Weekday(obligation.Due)}.", string.Join(' ', Arithmetic.Of(obligation)));
        Assert.True(obligation.Grounds!.Anchor.Fact is not null || obligation.DutyId == "supervision-year", obligation.DutyId);
        Assert.NotEmpty(obligation.Grounds.Duty.Rows);
        Assert.True(obligation.Grounds.Duty.IsNotice || obligation.Grounds.Duty.Closes.Count > 0, obligation.DutyId);
    });

    private static readonly string[] Weekdays = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];

    private static IEnumerable<CaseFile> Cases(string file) => File.ReadLines(Repository.Full(file))
        .Select(line => EventReader.Read(Encoding.UTF8.GetBytes(line), Instant.FromUtc(2025, 12, 1, 8, 0)))
        .OfType<EventReading.OfCase>()
        .GroupBy(read => read.Event.Placement, read => read.Event)
        .Select(log => CaseFile.Fold(log.Key, log));

    private static DateTime Day(string text) => DateTime.ParseExact(text, "dd-MM-yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+) (\w+) efter (\d\d-\d\d-\d{4}) → (\d\d-\d\d-\d{4}), en (\w+)\.$")]
    private static partial Regex Term();
}
