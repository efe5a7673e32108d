using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;
using Rettidig.Domain.Rules.Settings;
using Rettidig.Unit.Tests.Domain;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Settings;

/// <summary>A municipality's own ladders and quiet times. The first review is due Wednesday 10 June 2026.</summary>
public sealed class ChosenLadderTests
{
    private static readonly CaseBuilder Sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10");

    private static string[] Steps(string settings, string duty = "first-review", CaseBuilder? sag = null, string today = "2026-03-11") =>
        [.. (sag ?? Sag).On(today, MunicipalRules.Parse(settings, "x")).Obligations.Last(obligation => obligation.DutyId == duty && obligation.IsOpen).Steps
            .DistinctBy(step => step.Name).Select(step => $"{step.Name.Text()} {step.Day:uuuu-MM-dd}")];

    [Fact]
    public void Without_a_choice_the_ladder_is_the_standard_one() =>
        Assert.Equal(["remind-early 2026-05-27", "remind 2026-06-04", "due 2026-06-10", "overdue 2026-06-11", "escalate 2026-06-24"], Steps("{}"));

    [Fact]
    public void The_narrowest_choice_of_each_step_counts() =>
        Assert.Equal(
            ["remind-early 2026-05-11", "remind 2026-06-03", "due 2026-06-10", "overdue 2026-06-12", "escalate 2026-06-17"],
            Steps("""{"ladders": {"all": {"remind": 7, "escalate": 20, "overdue": 2}, "statute": {"escalate": 15}, "first-review": {"remind-early": 30, "escalate": 5}}}"""));

    [Fact]
    public void A_step_that_is_turned_off_is_not_on_the_ladder() =>
        Assert.Equal(
            ["remind 2026-03-13", "due 2026-03-16"],
            Steps("""{"ladders": {"method": {"overdue": false, "escalate": false}}}""", "information-to-parents"));

    [Fact]
    public void A_birthday_is_reminded_of_six_months_ahead_unless_its_own_duty_says_otherwise()
    {
        CaseBuilder sixteenSoon = new CaseBuilder().Decided("2026-03-02", birth: "2010-12-01").Started("2026-03-10");

        Assert.Contains("remind-early 2026-09-01", Steps("""{"ladders": {"all": {"remind-early": 30}}}""", "youth-plan", sixteenSoon));
        Assert.Contains("remind-early 2027-01-29", Steps("""{"ladders": {"youth-plan": {"remind-early": 30}}}""", "youth-plan", sixteenSoon));
    }

    [Fact]
    public void Reminders_move_back_from_a_quiet_day_and_escalations_on() =>
        Assert.Equal(
            ["remind-early 2026-05-26", "remind 2026-06-04", "due 2026-06-09", "overdue 2026-06-12", "escalate 2026-06-25"],
            Steps("""{"quietHours": {"days": ["wednesday"], "dates": ["2026-06-11"]}}"""));

    [Theory]
    [InlineData("""{"quietHours": {"from": "14:00", "to": "07:00"}}""", "2026-03-10 14:30", "2026-03-11", false)]
    [InlineData("""{"quietHours": {"from": "14:00", "to": "07:00"}}""", "2026-03-10 13:30", "2026-03-10", true)]
    [InlineData("""{"quietHours": {"from": "12:00", "to": "13:00"}}""", "2026-03-10 12:30", "2026-03-10", true)]
    [InlineData("""{"quietHours": {"days": ["tuesday"]}}""", "2026-03-10 10:00", "2026-03-11", false)]
    public void What_is_urgent_waits_for_the_morning_when_no_mail_can_go_any_more_that_day(string settings, string at, string day, bool urgent)
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10", at: at);

        Step due = sag.On("2026-03-10", MunicipalRules.Parse(settings, "x")).Steps.Single(step => step is { DutyId: "support-person-offer", Name: StepName.Due });

        Assert.Equal((Date(day), urgent), (due.Day, due.Urgent));
    }

    [Theory]
    [InlineData("16:00", false)] // on the stroke mail may still go
    [InlineData("16:01", true)]
    [InlineData("23:59", true)]
    [InlineData("06:59", true)]
    [InlineData("07:00", false)]
    public void Quiet_hours_may_last_over_midnight(string time, bool quiet)
    {
        var hours = new QuietHours { From = new LocalTime(16, 0), To = new LocalTime(7, 0) };
        string[] parts = time.Split(':');

        Assert.Equal(quiet, hours.At(new LocalTime(int.Parse(parts[0], null), int.Parse(parts[1], null), 30)));
    }
}
