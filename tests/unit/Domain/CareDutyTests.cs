using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class CareDutyTests
{
    private static CaseBuilder Placed() => new CaseBuilder().Decided("2026-03-02").Started("2026-03-10");

    [Fact]
    public void Parents_are_told_within_14_days_of_the_decision() => Assert.Equal(Date("2026-03-16"), Placed().One("information-to-parents", "2026-03-03").Due);

    [Fact]
    public void Grief_is_met_twice() =>
        Assert.Equal(
            [ObligationStatus.Met, ObligationStatus.Pending],
            Placed().Add(new GriefSupportOffered(Date("2026-03-05"))).Of("grief-support", "2026-03-11").Select(o => o.Status));

    [Fact]
    public void Each_offer_of_support_in_grief_says_which_of_the_two_it_is() =>
        Assert.Equal(
            ["Støtte i sorgen efter afgørelsen", "Støtte i sorgen efter anbringelsens start"],
            Placed().Of("grief-support", "2026-03-11").Select(o => o.Title));

    [Fact]
    public void Until_the_new_caseworker_has_accepted_the_leader_is_reminded_too()
    {
        CaseBuilder sag = Placed().Add(new CaseworkerChanged("cd34", Date("2026-05-01")));
        Assert.Equal((Date("2026-05-15"), ObligationStatus.Pending), (sag.One("caseworker-handover", "2026-05-02").Due, sag.One("caseworker-handover", "2026-05-02").Status));
        Assert.Contains(sag.On("2026-05-02").Steps, step => step.Key == "999:S-1:first-review:2026-03-10:2026-06-10:remind:team-leader");

        sag.Add(new CaseworkerHandoverAccepted("cd34", Date("2026-05-04")));
        Assert.DoesNotContain(sag.On("2026-05-05").Steps, step => step.Role == Role.TeamLeader && step.Name == StepName.Remind);
    }

    [Fact]
    public void A_meeting_with_the_parents_is_reminded_of_three_days_before()
    {
        CaseBuilder sag = Placed().Add(new MeetingBooked("m1", At("2026-05-20 10:00"), true), at: "2026-05-01 10:00");

        Obligation before = sag.One("meeting-reminder", "2026-05-02");
        Assert.Equal((Date("2026-05-17"), ObligationStatus.Pending, "2026-05-01"), (before.Due, before.Status, before.Occurrence));
        Assert.Equal((StepName.Notify, Date("2026-05-15")), (Assert.Single(before.Steps).Name, Assert.Single(before.Steps).Day));
        Assert.Equal(ObligationStatus.Met, sag.One("meeting-reminder", "2026-05-18").Status);
    }

    [Fact]
    public void A_cancelled_meeting_is_not_reminded_of() =>
        Assert.Empty(Placed().Add(new MeetingBooked("m1", At("2026-05-20 10:00"), true), at: "2026-05-01 10:00").Add(new MeetingCancelled("m1"), at: "2026-05-10 10:00").Of("meeting-reminder", "2026-05-11"));

    [Fact]
    public void A_meeting_booked_on_the_evening_before_it_would_be_reminded_of_is_reminded_of_the_next_morning()
    {
        Agenda agenda = Placed().Add(new MeetingBooked("m1", At("2026-05-22 10:00"), true), at: "2026-05-19 20:00").On("2026-05-19");

        Assert.Equal(Date("2026-05-20"), Assert.Single(agenda.Steps, step => step.DutyId == "meeting-reminder").Day);
        Assert.Equal(Date("2026-05-20"), agenda.NextChange);
    }

    [Fact]
    public void A_meeting_that_is_told_of_when_it_has_been_is_not_reminded_of() =>
        Assert.Empty(Placed().Add(new MeetingBooked("m1", At("2026-05-20 10:00"), true), at: "2026-05-21 10:00").Of("meeting-reminder", "2026-05-22"));

    [Fact]
    public void A_meeting_told_of_on_its_own_day_is_not_reminded_of_the_morning_after() =>
        Assert.DoesNotContain(Placed().Add(new MeetingBooked("m1", At("2026-05-20 15:00"), true), at: "2026-05-20 10:00").On("2026-05-20").Steps, step => step.DutyId == "meeting-reminder");

    [Fact]
    public void Child_and_parents_are_asked_how_they_are_once_a_year_apart()
    {
        CaseBuilder sag = Placed().Add(new WellbeingSurveyed(Date("2026-09-01"), SurveyedPerson.Parents));

        Assert.Equal(
            [("2026-03-10", ObligationStatus.Pending), ("2026-03-10.2", ObligationStatus.Met), ("2026-09-01", ObligationStatus.Pending)],
            sag.Of("wellbeing-survey", "2026-09-02").Select(o => (o.Occurrence, o.Status)));
    }

    [Fact]
    public void Each_survey_says_whose_wellbeing_it_asks_for()
    {
        CaseBuilder sag = Placed().Add(new WellbeingSurveyed(Date("2026-09-01"), SurveyedPerson.Parents));

        Assert.Equal(
            ["Undersøgelse af barnets trivsel", "Undersøgelse af forældrenes trivsel", "Undersøgelse af forældrenes trivsel"],
            sag.Of("wellbeing-survey", "2026-09-02").Select(o => o.Title));
    }

    [Fact]
    public void A_phase_of_targeted_support_lasts_at_least_its_weeks_and_16_at_most()
    {
        CaseBuilder sag = Placed().Add(new TargetedSupportPhaseEntered(SupportPhase.Startup, Date("2026-04-01"))).Add(new TargetedSupportPhaseEntered(SupportPhase.Change, Date("2026-04-20")));

        Assert.Equal(
            [(Date("2026-07-22"), ObligationStatus.MetWithDefects), (Date("2026-08-10"), ObligationStatus.Pending)],
            sag.Of("targeted-support-phase", "2026-04-21").Select(o => (o.Due, o.Status)));
    }

    [Fact]
    public void In_the_change_phase_a_status_is_noted_every_14_days()
    {
        CaseBuilder sag = Placed().Add(new TargetedSupportPhaseEntered(SupportPhase.Change, Date("2026-04-20"))).Add(new TargetedSupportStatusNoted(Date("2026-05-01")))
            .Add(new TargetedSupportPhaseEntered(SupportPhase.Maintenance, Date("2026-05-10")));

        Assert.Equal([(Date("2026-05-04"), ObligationStatus.Met)], sag.Of("targeted-support-status", "2026-06-01").Select(o => (o.Due, o.Status)));
    }
}
