using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class EventReaderTests
{
    private static readonly Instant Received = At("2026-03-02 12:00");

    private static JsonObject Started() => Envelope("placement.started", "101/P-7", new JsonObject
    {
        ["startedOn"] = "2026-03-02",
        ["site"] = new JsonObject { ["id"] = "sted-1", ["kind"] = "kinship-foster-family", ["email"] = "post@familien.example" },
    });

    private static JsonObject Envelope(string name, string subject, JsonObject data) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = "e-1",
        ["source"] = "urn:example:fagsystem",
        ["type"] = $"dk.rettidig.{name}.v1",
        ["subject"] = subject,
        ["time"] = "2026-03-02T10:15:00+01:00",
        ["data"] = data,
    };

    private static EventReading Read(JsonNode json) => EventReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), Received);

    private static Refusal Refused(EventReading reading) => Assert.IsType<EventReading.Refused>(reading).Refusal;

    private static Refusal RefusedWith(Action<JsonObject> change)
    {
        JsonObject json = Started();
        change(json);
        return Refused(Read(json));
    }

    [Fact]
    public void An_event_is_read_with_its_fact()
    {
        CaseEvent read = Assert.IsType<EventReading.OfCase>(Read(Started())).Event;

        Assert.Equal(("101/P-7", "e-1", At("2026-03-02 10:15"), Received), (read.Placement.Subject, read.Id, read.Time, read.ReceivedAt));
        Assert.Equal(new PlacementStarted(Date("2026-03-02"), new PlacementSite("sted-1", SiteKind.KinshipFosterFamily, "post@familien.example")), read.Fact);
    }

    [Fact]
    public void A_member_of_staff_is_read()
    {
        var data = new JsonObject { ["id"] = "ab12", ["name"] = "Bo Bech", ["email"] = "bobe@kommune.example", ["role"] = "team-leader", ["team"] = "nord", ["absentFrom"] = "2026-07-01", ["substitute"] = "cd34" };

        StaffEvent read = Assert.IsType<EventReading.OfStaff>(Read(Envelope("staff.upserted", "101/staff/ab12", data))).Event;
        Assert.Equal(("101", StaffRole.TeamLeader, "cd34", true), (read.Municipality, read.Member.Role, read.Member.Substitute, read.Member.IsAbsentOn(Date("2027-01-01"))));
    }

    [Fact]
    public void Unknown_fields_are_ignored()
    {
        JsonObject json = Started();
        json["extra"] = 1;
        json["data"]!["more"] = "x";

        Assert.IsType<EventReading.OfCase>(Read(json));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{} {}")]
    public void What_is_not_a_JSON_object_is_refused(string body) =>
        Assert.Equal("not-json", Refused(EventReader.Read(Encoding.UTF8.GetBytes(body), Received)).Code);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        Assert.Equal("not-json", Refused(EventReader.Read([.. "{\"id\":\""u8, 0xff, 0xfe, .. "\"}"u8], Received)).Code);

    [Fact]
    public void An_event_larger_than_60_KiB_is_refused()
    {
        Refusal refusal = RefusedWith(json => json["extra"] = new string('x', 60 * 1024));

        Assert.Equal("too-large", refusal.Code);
        Assert.Contains("60 KiB", refusal.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_type_is_refused() => Assert.Equal(("unknown-type", "type"), (RefusedWith(json => json["type"] = "dk.rettidig.placement.begun.v1").Code, "type"));

    [Fact]
    public void A_missing_field_is_named_with_what_was_expected()
    {
        Refusal refusal = RefusedWith(json => json["data"]!.AsObject().Remove("startedOn"));

        Assert.Equal(("missing-field", "data.startedOn"), (refusal.Code, refusal.Field));
        Assert.Equal("Feltet data.startedOn mangler. Forventet: en dato, der findes, som 2026-03-02. Udfyld feltet og send hændelsen igen.", refusal.Description);
    }

    [Theory]
    [InlineData("2026-02-29")]
    [InlineData("2026-3-2")]
    [InlineData("02-03-2026")]
    [InlineData("i morgen")]
    public void A_date_that_does_not_exist_is_refused_without_repeating_it(string date)
    {
        Refusal refusal = RefusedWith(json => json["data"]!["startedOn"] = date);

        Assert.Equal(("malformed-field", "data.startedOn"), (refusal.Code, refusal.Field));
        Assert.DoesNotContain(date, refusal.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_inside_an_object_is_named_by_its_path() =>
        Assert.Equal("data.site.kind", RefusedWith(json => json["data"]!["site"]!["kind"] = "hotel").Field);

    [Theory]
    [InlineData("101/P 7")]
    [InlineData("1011/P-7")]
    [InlineData("101:P-7")]
    [InlineData("101/")]
    [InlineData("101/P-7/8")]
    [InlineData("101/æ")]
    [InlineData("101/12345678901234567890123456789012345678901")]
    public void A_subject_that_does_not_fit_is_refused(string subject) =>
        Assert.Equal(("bad-subject", "subject"), (RefusedWith(json => json["subject"] = subject).Code, "subject"));

    [Fact]
    public void The_subject_of_staff_names_the_same_person_as_the_data() =>
        Assert.Equal("bad-subject", Refused(Read(Envelope("staff.upserted", "101/staff/xy99", new JsonObject { ["id"] = "ab12", ["name"] = "Bo", ["email"] = "b@c.example", ["role"] = "manager", ["team"] = "nord" }))).Code);

    [Theory]
    [InlineData("0101011234")]
    [InlineData("010101-1234")]
    [InlineData("310126 1234")]
    [InlineData("mor (290225-1234) ringede")]
    [InlineData("cpr0101011234")]
    public void A_personal_number_in_any_string_is_refused_by_naming_the_field(string text)
    {
        Refusal refusal = RefusedWith(json => json["data"]!["note"] = new JsonArray(text));

        Assert.Equal(("personal-number", "data.note[0]"), (refusal.Code, refusal.Field));
        Assert.DoesNotContain("1234", refusal.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void A_personal_number_as_the_name_of_a_field_is_refused_and_not_repeated() =>
        Assert.Equal("data.(feltnavn)", RefusedWith(json => json["data"]!["010101-1234"] = true).Field);

    [Theory]
    [InlineData("2026-03-02T10:15:00.010101-1234")]
    [InlineData("20260302T010101-0500")]
    [InlineData("01010112345")]
    [InlineData("101010101012")]
    [InlineData("3201011234")]
    [InlineData("0113011234")]
    [InlineData("5b010101-1234-4abc-9def-a0101011234b")]
    [InlineData("12 34 56 78")]
    public void Timestamps_longer_numbers_and_UUIDs_pass(string text)
    {
        JsonObject json = Started();
        json["data"]!["note"] = text;

        Assert.IsType<EventReading.OfCase>(Read(json));
    }

    [Fact]
    public void A_fact_dated_after_it_was_recorded_is_refused()
    {
        Refusal refusal = Refused(Read(Envelope("parents.informed", "101/P-7", new JsonObject { ["informedOn"] = "2026-03-03" })));

        Assert.Equal("dated-ahead", refusal.Code);
    }

    [Fact]
    public void The_day_it_was_recorded_is_the_day_in_Copenhagen()
    {
        JsonObject json = Envelope("parents.informed", "101/P-7", new JsonObject { ["informedOn"] = "2026-03-03" });
        json["time"] = "2026-03-02T23:30:00Z";

        Assert.IsType<EventReading.OfCase>(Read(json));
    }

    [Theory]
    [InlineData("2026-03-02T10:15:00")]
    [InlineData("2026-03-02")]
    public void A_time_without_an_offset_is_refused(string time) => Assert.Equal("time", RefusedWith(json => json["time"] = time).Field);

    [Fact]
    public void Starts_may_lie_ahead()
    {
        JsonObject json = Started();
        json["data"]!["startedOn"] = "2026-08-01";

        Assert.IsType<EventReading.OfCase>(Read(json));
    }
}
