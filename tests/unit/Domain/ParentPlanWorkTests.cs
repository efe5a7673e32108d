using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class ParentPlanWorkTests
{
    private static CaseBuilder Placed() => new CaseBuilder().Decided("2026-03-02").Started("2026-03-02");

    private static ParentPlanAdopted Plan(string on, bool withParents = true) => new(Date(on), 1, 2, withParents);

    [Fact]
    public void A_plan_for_the_whole_family_takes_the_place_of_the_parent_plan_only_with_consent()
    {
        CaseBuilder without = Placed().Granted("2026-04-01").Add(new HolisticPlanAdopted(Date("2026-04-10"), Consent: false));
        Assert.True(without.One("parent-plan", "2026-04-11").IsOpen);
        Assert.Equal((ObligationStatus.Overdue, true), (without.One("holistic-plan-consent", "2026-04-11").Status, without.One("holistic-plan-consent", "2026-04-11").Breach));

        CaseBuilder with = without.Add(new HolisticPlanAdopted(Date("2026-04-20"), Consent: true));
        Assert.Equal(ObligationStatus.Met, with.One("parent-plan", "2026-04-21").Status);
        Assert.Equal([ObligationStatus.MetLate, ObligationStatus.Met], with.Of("holistic-plan-consent", "2026-04-21").Select(consent => consent.Status));
    }

    [Fact]
    public void A_plan_left_out_is_looked_at_by_the_leader_where_the_municipality_wants_that()
    {
        CaseBuilder sag = Placed().Granted("2026-04-01").Add(new ParentPlanWaived(Date("2026-04-10"), "ingen udsigt til hjemgivelse"));
        Obligation approval = sag.One("parent-plan-waiver-approval", "2026-04-11");

        Assert.Equal(Date("2026-04-24"), approval.Due);
        Assert.All(approval.Steps, step => Assert.NotEqual(Role.Caseworker, step.Role));
        Assert.Distinct(approval.Steps.Select(step => step.Key));
        Assert.Equal(ObligationStatus.Met, sag.Add(new ParentPlanWaiverApproved(Date("2026-04-20"))).One("parent-plan-waiver-approval", "2026-04-21").Status);
    }

    [Fact]
    public void A_plan_made_without_the_parents_and_lacking_its_basis_is_remarked()
    {
        Obligation making = Placed().Add(Plan("2026-04-10", withParents: false) with { Contents = [ParentPlanContent.Purpose, ParentPlanContent.LongTermGoals, ParentPlanContent.ShortTermGoals] }).One("parent-plan-making", "2026-05-01");

        Assert.Equal(["not-with-parents", "no-basis"], making.Defects.Select(defect => defect.Id));
        Assert.Empty(Placed().Add(Plan("2026-04-10")).One("parent-plan-making", "2026-05-01").Defects);
    }

    [Fact]
    public void The_plan_is_met_on_every_month_and_informal_follow_up_is_enough_for_that()
    {
        CaseBuilder sag = Placed().Add(Plan("2026-04-10")).Add(new ParentPlanFollowedUp(Date("2026-05-08"), Formal: false));

        Assert.Equal([(Date("2026-05-10"), ObligationStatus.Met), (Date("2026-06-08"), ObligationStatus.Pending)], sag.Of("parent-plan-meeting", "2026-05-20").Select(meeting => (meeting.Due, meeting.Status)));
    }

    [Fact]
    public void A_copied_plan_is_gone_through()
    {
        CaseBuilder sag = Placed().Add(Plan("2026-04-10") with { Copied = true });

        Assert.Equal(Date("2026-04-24"), sag.One("parent-plan-reworked", "2026-04-11").Due);
        Assert.Equal(ObligationStatus.Met, sag.Add(new ParentPlanGoalsRevised(Date("2026-04-20"), 2)).One("parent-plan-reworked", "2026-04-21").Status);
        Assert.Empty(Placed().Add(Plan("2026-04-10")).Of("parent-plan-reworked", "2026-04-11"));
    }

    [Fact]
    public void Parents_who_could_not_take_it_on_are_asked_again_after_a_month_until_there_is_a_plan()
    {
        CaseBuilder sag = Placed().Granted("2026-04-01").Add(new ParentPlanPostponed(Date("2026-04-10"))).Add(new ParentPlanPostponed(Date("2026-05-08"))).Add(Plan("2026-06-01"));

        Assert.Equal([(Date("2026-05-10"), ObligationStatus.Met), (Date("2026-06-08"), ObligationStatus.Met)], sag.Of("parent-plan-reoffer", "2026-07-01").Select(offer => (offer.Due, offer.Status)));
        Assert.Equal(ObligationStatus.MetLate, sag.One("parent-plan", "2026-07-01").Status);
    }

    [Fact]
    public void Parents_who_ask_for_a_plan_get_an_answer_and_the_leader_hears_of_the_second_time_at_once()
    {
        CaseBuilder sag = Placed().Add(new ParentPlanRequested(Date("2026-04-01"))).Add(new ParentPlanRequested(Date("2026-05-04")));

        Assert.Equal([Date("2026-04-15"), Date("2026-05-18")], sag.Of("parent-plan-request", "2026-05-05").Select(request => request.Due));
        Assert.Equal(["2026-05-04"], sag.Of("parent-plan-request", "2026-05-05").Where(request => request.Steps.Any(step => step.Name == StepName.AtOnce)).Select(request => request.Occurrence));
        Assert.All(sag.Add(Plan("2026-05-10")).Of("parent-plan-request", "2026-05-11"), request => Assert.False(request.IsOpen));
    }

    [Fact]
    public void New_goals_wait_for_an_acute_crisis_and_the_parent_plan_does_not()
    {
        CaseBuilder sag = Placed().Granted("2026-03-20").Add(Plan("2026-04-10")).Add(new ParentCrisisNoted(Date("2026-05-01"), Acute: true));
        Assert.Empty(sag.Of("parent-plan-goals", "2026-05-02"));
        Assert.Equal(Date("2026-04-20"), sag.One("parent-plan", "2026-05-02").Due);

        Obligation goals = sag.Add(new ParentCrisisNoted(Date("2026-05-31"), Acute: false)).One("parent-plan-goals", "2026-06-01");
        Assert.Equal(Date("2026-07-31"), goals.Due);
        Assert.Equal("mål sat 10-04-2026; krise håndteret 31-05-2026 + 2 måneder = 31-07-2026, metode: målrettet støtte til forældre", goals.Explanation);
    }

    [Fact]
    public void A_crisis_that_was_over_before_the_goals_were_set_moves_nothing() =>
        Assert.Equal(
            Date("2026-06-10"),
            Placed().Add(new ParentCrisisNoted(Date("2026-03-05"), true)).Add(new ParentCrisisNoted(Date("2026-03-30"), false)).Add(Plan("2026-04-10")).One("parent-plan-goals", "2026-04-11").Due);

    [Fact]
    public void Goals_that_were_revised_stay_met_when_a_crisis_comes() =>
        Assert.Equal(
            [ObligationStatus.Met],
            Placed().Add(Plan("2026-04-10")).Add(new ParentPlanGoalsRevised(Date("2026-05-10"), 2)).Add(new ParentCrisisNoted(Date("2026-05-20"), true)).Of("parent-plan-goals", "2026-06-01").Select(goals => goals.Status));
}
