using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class LadderTests
{
    private static readonly string[] Rungs = ["remind-early", "remind", "due", "overdue", "escalate"];

    /// <summary>The days of the rungs of one open obligation.</summary>
    private static Dictionary<string, string> Days(CaseBuilder sag, string duty, string today) =>
        sag.Of(duty, today).Last(obligation => obligation.IsOpen).Steps.DistinctBy(step => step.Name)
            .ToDictionary(step => step.Name.Text(), step => step.Day.ToString("uuuu-MM-dd", null));

    [Fact]
    public void Reminders_fall_14_and_3_days_before_and_on_the_due_day()
    {
        // Due Wednesday 10 June 2026.
        Dictionary<string, string> days = Days(new CaseBuilder().Decided("2026-03-02").Started("2026-03-10"), "first-review", "2026-03-11");

        Assert.Equal(Rungs, days.Keys);
        Assert.Equal(["2026-05-27", "2026-06-04", "2026-06-10", "2026-06-11", "2026-06-24"], days.Values);
    }

    [Fact]
    public void Reminders_move_back_to_the_last_working_day_and_escalations_on_to_the_next()
    {
        // Due Sunday 28 February 2027; 14 days before is a Sunday too.
        Dictionary<string, string> days = Days(new CaseBuilder().Decided("2026-11-30").Started("2026-11-30"), "first-review", "2026-12-01");

        Assert.Equal(["2027-02-12", "2027-02-25", "2027-02-26", "2027-03-01", "2027-03-12"], days.Values);
    }

    [Fact]
    public void Christmas_and_new_year_are_no_working_days()
    {
        // Due Thursday 31 December 2026, a closed day; 1 January is a holiday, 2 and 3 a weekend.
        Dictionary<string, string> days = Days(new CaseBuilder().Decided("2026-09-30").Started("2026-09-30").Review("2026-09-30", next: "2026-12-31"), "next-review", "2026-10-01");

        Assert.Equal(["2026-12-17", "2026-12-28", "2026-12-30", "2027-01-04", "2027-01-15"], days.Values);
    }

    [Fact]
    public void The_leader_and_the_manager_are_told_when_their_turn_comes() =>
        Assert.Equal(
            [("overdue", "caseworker"), ("overdue", "team-leader"), ("escalate", "team-leader"), ("escalate", "manager")],
            new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").One("first-review", "2026-03-11").Steps.Where(step => step.Rank >= 4).Select(step => (step.Name.Text(), step.Role.Text())));

    [Fact]
    public void A_key_names_the_placement_the_duty_the_occurrence_the_due_day_the_step_and_the_role() =>
        Assert.Equal(
            "999:S-1:support-person-answer:2026-03-10:mor:2026-03-24:remind:caseworker",
            new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Offered("2026-03-10").One("support-person-answer", "2026-03-11").Steps.First(step => step.Name == StepName.Remind).Key);

    [Fact]
    public void A_term_shorter_than_14_days_has_no_early_reminder()
    {
        Dictionary<string, string> days = Days(new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Offered("2026-03-10"), "support-person-answer", "2026-03-11");

        Assert.DoesNotContain("remind-early", days.Keys);
    }

    [Fact]
    public void What_was_due_before_it_was_known_is_due_the_first_morning_and_the_leader_hears_the_day_after()
    {
        // Started 10 December 2025, told us on Friday 10 April 2026: the review was due 10 March.
        Dictionary<string, string> days = Days(new CaseBuilder().Decided("2025-12-02").Started("2025-12-10", at: "2026-04-10 14:00"), "first-review", "2026-04-10");

        Assert.Equal(["2026-04-13", "2026-04-13", "2026-04-13", "2026-04-14", "2026-04-27"], days.Values);
    }

    [Fact]
    public void Facts_that_come_before_seven_are_acted_on_the_same_morning()
    {
        Dictionary<string, string> days = Days(new CaseBuilder().Decided("2025-12-02").Started("2025-12-10", at: "2026-04-10 06:59"), "first-review", "2026-04-10");

        Assert.Equal("2026-04-10", days["due"]);
    }

    [Fact]
    public void A_statutory_duty_due_today_that_becomes_known_in_office_hours_is_urgent()
    {
        Step due = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10", at: "2026-03-10 10:00").One("support-person-offer", "2026-03-10").Steps.Single(step => step.Name == StepName.Due);

        Assert.Equal((Date("2026-03-10"), true), (due.Day, due.Urgent));
    }

    [Theory]
    [InlineData("2026-03-10 06:30", "2026-03-10", false)] // the morning round takes it
    [InlineData("2026-03-10 16:00", "2026-03-11", false)] // the office has closed
    public void Outside_office_hours_it_waits_for_the_morning(string at, string day, bool urgent)
    {
        Step due = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10", at: at).One("support-person-offer", "2026-03-10").Steps.Single(step => step.Name == StepName.Due);

        Assert.Equal((Date(day), urgent), (due.Day, due.Urgent));
    }

    [Fact]
    public void A_start_known_ahead_is_reminded_of_when_it_comes()
    {
        // Starts Saturday 14 March 2026, known on the 2nd.
        Dictionary<string, string> days = Days(new CaseBuilder().Decided("2026-03-02").Started("2026-03-14", at: "2026-03-02 10:00"), "support-person-offer", "2026-03-02");

        Assert.Equal(["2026-03-16", "2026-03-17", "2026-03-30"], days.Values);
    }

    [Fact]
    public void Before_the_decision_the_operator_is_told_the_next_working_day()
    {
        Agenda agenda = new CaseBuilder().Started("2026-03-06").On("2026-03-06"); // a Friday

        Step told = Assert.Single(agenda.Steps);
        Assert.Equal((Role.Operator, Date("2026-03-09"), "missing-decision"), (told.Role, told.Day, told.DutyId));
        Assert.Empty(agenda.Obligations);
    }

    [Fact]
    public void After_the_placement_has_ended_nothing_is_to_be_sent()
    {
        Agenda agenda = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Ended("2026-06-20").On("2026-06-20", new MunicipalRules { SiteNotices = true });

        Assert.True(agenda.Closed);
        Assert.Empty(agenda.Steps);
        Assert.Equal(ObligationStatus.NotClosed, agenda.Obligations.Single(obligation => obligation.DutyId == "first-review").Status);
        Assert.DoesNotContain(agenda.Obligations, obligation => obligation.DutyId == "supervision-visit");
    }

    [Fact]
    public void An_end_known_ahead_leaves_open_what_falls_due_before_it()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Ended("2026-06-20", at: "2026-06-01 10:00");

        Assert.Equal(ObligationStatus.Pending, sag.One("first-review", "2026-06-02").Status);
        Assert.False(sag.On("2026-06-02").Closed);
        Assert.Equal(ObligationStatus.Met, sag.Add(new ReviewHeld(Date("2026-06-09"), false, PlanRevisionNeed.NotNeeded, CustodyHolderContact.Contacted, null)).One("first-review", "2026-06-21").Status);
    }
}
