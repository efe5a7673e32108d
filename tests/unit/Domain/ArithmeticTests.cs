using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Explanations;
using Rettidig.Domain.Rules;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class ArithmeticTests
{
    [Fact]
    public void Three_months_from_a_day_are_counted_out() => Assert.Equal(
        ["3 måneder efter 04-03-2026 → 04-06-2026, en torsdag."],
        Arithmetic.Of(new CaseBuilder().Decided("2026-03-04").Started("2026-03-04").One("first-review", "2026-03-04")));

    [Fact]
    public void Months_from_the_end_of_a_month_stop_where_a_short_month_does() => Assert.Equal(
        [
            "3 måneder efter 30-11-2026 → 28-02-2027, en søndag.",
            "Februar 2027 har kun 28 dage: fristen er månedens sidste dag.",
            "En søndag flytter ikke fristen; påmindelsen på dagen går fredag 26-02-2027.",
        ],
        Arithmetic.Of(new CaseBuilder().Decided("2026-11-30").Started("2026-11-30").One("first-review", "2026-12-01")));

    [Fact]
    public void A_leap_year_gives_february_a_day_more() => Assert.Equal(
        ["3 måneder efter 30-11-2027 → 29-02-2028, en tirsdag.", "Februar 2028 har kun 29 dage: fristen er månedens sidste dag."],
        Arithmetic.Of(new CaseBuilder().Decided("2027-11-30").Started("2027-11-30").One("first-review", "2027-12-01")));

    [Fact]
    public void A_holiday_is_named_and_moves_the_reminder_alone() => Assert.Equal(
        [
            "14 dage efter 23-03-2026 → 06-04-2026, en mandag.",
            "2. påskedag flytter ikke fristen; påmindelsen på dagen går onsdag 01-04-2026.",
        ],
        Arithmetic.Of(new CaseBuilder().Decided("2026-03-23").One("information-to-parents", "2026-03-24")));

    [Fact]
    public void Once_closed_there_is_no_reminder_to_move() => Assert.Equal(
        "2. påskedag flytter ikke fristen.",
        Arithmetic.Of(new CaseBuilder().Decided("2026-03-23").Add(new Rettidig.Domain.Events.Facts.ParentsInformed(Date("2026-03-30"))).One("information-to-parents", "2026-04-01"))[^1]);

    [Fact]
    public void Working_days_name_the_days_they_pass_over() => Assert.Equal(
        [
            "3 arbejdsdage efter 31-03-2026 → 08-04-2026, en onsdag.",
            "Weekend, skærtorsdag 02-04-2026, langfredag 03-04-2026, 2. påskedag 06-04-2026 tælles ikke med.",
        ],
        Arithmetic.Of(new CaseBuilder().Decided("2026-01-05").Started("2026-01-05").Plan("2026-01-02").Chased("2026-03-31").One("site-chase", "2026-03-31")));

    [Fact]
    public void A_date_that_was_decided_is_said_to_be_decided() => Assert.Equal(
        ["Opfølgning 01-06-2026, næste besluttet til 01-10-2026.", "Fristen er 01-10-2026, en torsdag."],
        Arithmetic.Of(new CaseBuilder().Decided("2026-03-02").Started("2026-03-02").Review("2026-06-01", next: "2026-10-01").One("next-review", "2026-06-02")));

    [Fact]
    public void A_municipality_s_own_earlier_term_names_the_law_s() => Assert.Equal(
        ["Iværksat 02-03-2026 + 10 uger = 11-05-2026 (kommunens egen frist; lovens er 02-06-2026).", "Fristen er 11-05-2026, en mandag."],
        Arithmetic.Of(new CaseBuilder().Decided("2026-03-02").Started("2026-03-02")
            .On("2026-03-02", new MunicipalRules { Terms = new Dictionary<string, Counted> { ["first-review"] = Counted.Weeks(10) } })
            .Obligations.Single(obligation => obligation.DutyId == "first-review")));

    [Fact]
    public void A_term_of_no_length_is_the_day_itself() => Assert.Equal(
        ["Fristen er dagen selv: 02-03-2026, en mandag."],
        Arithmetic.Of(new CaseBuilder().Decided("2026-03-02").Started("2026-03-02").One("support-person-offer", "2026-03-02")));

    [Fact]
    public void Reminders_that_count_to_an_earlier_day_say_so() => Assert.Equal(
        "Påmindelserne tæller mod 02-09-2026.",
        Arithmetic.Of(new CaseBuilder().Decided("2026-03-02").Started("2026-03-02").Of("supervision-visit", "2026-03-02")[0])[^1]);

    [Fact]
    public void Every_obligation_of_a_long_case_can_be_counted_along()
    {
        CaseBuilder log = new CaseBuilder().Decided("2022-11-30", birth: "2008-02-29").Started("2022-12-01").Offered("2022-12-01").Plan("2022-12-20")
            .Review("2023-03-01").Review("2023-09-01", revise: true).Visit("2023-02-01").Revised("2023-09-20", 2).Review("2024-02-20", next: "2024-08-31");
        IReadOnlyList<Obligation> obligations = log.On("2024-03-01").Obligations;

        Assert.True(obligations.Count > 20);
        Assert.All(obligations, obligation =>
        {
            string text = string.Join(' ', Arithmetic.Of(obligation));
            Assert.Contains($"{DanishDates.Short(obligation.Due)}, en {DanishDates.Weekday(obligation.Due)}.", text);
            Assert.Equal(!DanishCalendar.IsWorkingDay(obligation.Due), text.Contains("flytter ikke fristen", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("2026-01-01", "nytårsdag")]
    [InlineData("2026-04-02", "skærtorsdag")]
    [InlineData("2026-04-03", "langfredag")]
    [InlineData("2026-04-05", "påskedag")]
    [InlineData("2026-04-06", "2. påskedag")]
    [InlineData("2023-05-05", "store bededag")]
    [InlineData("2024-04-26", null)]
    [InlineData("2026-05-14", "Kristi himmelfartsdag")]
    [InlineData("2026-05-24", "pinsedag")]
    [InlineData("2026-05-25", "2. pinsedag")]
    [InlineData("2026-06-05", "grundlovsdag")]
    [InlineData("2026-12-24", "juleaftensdag")]
    [InlineData("2026-12-25", "juledag")]
    [InlineData("2026-12-26", "2. juledag")]
    [InlineData("2026-12-31", "nytårsaftensdag")]
    [InlineData("2026-12-30", null)]
    public void Closed_days_have_names(string day, string? name) => Assert.Equal(name, ClosedDays.NameOf(Date(day)));
}
