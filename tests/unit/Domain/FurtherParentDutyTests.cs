using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class FurtherParentDutyTests
{
    private static CaseBuilder Placed(string on = "2026-03-10") => new CaseBuilder().Decided(on).Started(on);

    [Fact]
    public void A_proposed_person_is_answered_within_four_weeks_and_a_refusal_comes_with_appeal_guidance()
    {
        CaseBuilder sag = Placed().Add(new SupportPersonProposed("mor", Date("2026-04-01"))).Add(new SupportPersonProposalAnswered("mor", Date("2026-04-20"), ProposalAnswer.Refused, false, null));

        Obligation answer = sag.One("support-person-proposal", "2026-05-01");
        Assert.Equal((Date("2026-04-29"), ObligationStatus.MetWithDefects, "no-appeal-guidance"), (answer.Due, answer.Status, Assert.Single(answer.Defects).Id));
    }

    [Fact]
    public void The_parents_need_is_assessed_within_a_month_and_a_decision_says_it_was()
    {
        Assert.Equal(Date("2026-04-10"), Placed().One("parent-support-assessment", "2026-03-11").Due);
        Assert.Equal(ObligationStatus.Met, Placed().Add(new ParentSupportDecided(Date("2026-04-01"), ParentSupportOutcome.NotNeeded, [])).One("parent-support-assessment", "2026-05-01").Status);
    }

    [Fact]
    public void Granted_support_begins_within_a_month() =>
        Assert.Equal(
            (Date("2026-05-01"), ObligationStatus.Overdue),
            Placed().Add(new ParentSupportDecided(Date("2026-04-01"), ParentSupportOutcome.Granted, [])).One("parent-support-start", "2026-05-02") is var start ? (start.Due, start.Status) : default);

    [Fact]
    public void A_revision_of_the_parent_plan_is_offered_three_months_after_the_start()
    {
        Assert.Empty(Placed().Of("parent-plan-revision-offer", "2026-05-01"));

        Obligation offer = Placed().Add(new ParentPlanAdopted(Date("2026-04-01"), 1, 2, true)).One("parent-plan-revision-offer", "2026-06-11");
        Assert.Equal((Date("2026-06-10"), true, "barnets lov § 79, stk. 2"), (offer.Due, offer.Breach, offer.Law));
    }

    [Fact]
    public void A_plan_adopted_later_than_three_months_is_due_for_an_offer_the_same_day() =>
        Assert.Equal(Date("2026-08-01"), Placed().Add(new ParentPlanAdopted(Date("2026-08-01"), 1, 2, true)).One("parent-plan-revision-offer", "2026-08-02").Due);

    [Fact]
    public void No_revision_was_owed_under_the_oldest_law() =>
        Assert.Empty(Placed("2019-03-10").Add(new ParentPlanAdopted(Date("2019-04-01"), 1, 2, true)).Of("parent-plan-revision-offer", "2019-08-02"));

    [Fact]
    public void Informal_contact_is_no_follow_up_on_the_parent_plan()
    {
        CaseBuilder sag = Placed().Add(new ParentPlanAdopted(Date("2026-04-01"), 1, 2, true)).Add(new ParentPlanRevisionOffered(Date("2026-06-01"))).Add(new ParentPlanFollowedUp(Date("2026-11-01"), false));

        Obligation followUp = sag.One("parent-plan-follow-up", "2026-11-02");
        Assert.Equal((Date("2027-06-01"), ObligationStatus.Pending), (followUp.Due, followUp.Status));
        Assert.Equal(Date("2026-11-17"), followUp.Steps.First(step => step.Name == StepName.RemindEarly).Day);

        Assert.Equal([ObligationStatus.Met, ObligationStatus.Pending], sag.Add(new ParentPlanFollowedUp(Date("2026-12-01"), true)).Of("parent-plan-follow-up", "2026-12-02").Select(o => o.Status));
    }

    [Fact]
    public void The_parents_goals_are_few_and_last_two_months_at_most()
    {
        CaseBuilder sag = Placed().Add(new ParentPlanAdopted(Date("2026-04-01"), 1, 4, true)).Add(new ParentPlanGoalsRevised(Date("2026-05-20"), 3));

        Assert.Equal([(Date("2026-06-01"), ObligationStatus.MetWithDefects), (Date("2026-07-20"), ObligationStatus.Pending)], sag.Of("parent-plan-goals", "2026-05-21").Select(o => (o.Due, o.Status)));
    }

    [Fact]
    public void The_parent_plan_is_shared_with_consent_that_was_not_withdrawn()
    {
        CaseBuilder sag = Placed().Add(new ParentPlanConsent("sted-1", true, Date("2026-04-01"))).Add(new ParentPlanShared("sted-1", 1, Date("2026-04-02")));
        Assert.Equal(ObligationStatus.Met, sag.One("parent-plan-consent", "2026-05-01").Status);

        sag.Add(new ParentPlanConsent("sted-1", false, Date("2026-04-10"))).Add(new ParentPlanShared("sted-1", 2, Date("2026-04-12")));
        Assert.Equal([ObligationStatus.Met, ObligationStatus.Overdue], sag.Of("parent-plan-consent", "2026-05-01").Select(o => o.Status));
    }
}
