using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class ParentSupportDutyTests
{
    [Fact]
    public void The_parents_support_is_decided_within_two_months_of_the_start()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-12-20").Started("2026-12-31");

        Assert.Equal(Date("2027-02-28"), sag.One("parent-support-decision", "2027-01-01").Due);
        Assert.Equal(ObligationStatus.Met, sag.Add(new ParentSupportDecided(Date("2027-02-28"), ParentSupportOutcome.Refused, [])).One("parent-support-decision", "2027-03-01").Status);
    }

    [Fact]
    public void The_parents_have_a_plan_a_month_after_the_first_support_of_either_kind()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Granted("2026-04-01").Add(new ParentSupportDecided(Date("2026-03-20"), ParentSupportOutcome.Granted, []));

        Assert.Equal(("2026-03-20", Date("2026-04-20")), (sag.One("parent-plan", "2026-05-01").Occurrence, sag.One("parent-plan", "2026-05-01").Due));
    }

    [Fact]
    public void A_support_person_alone_gives_a_parent_plan_too() =>
        Assert.Equal(Date("2026-05-01"), new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Granted("2026-04-01").One("parent-plan", "2026-04-02").Due);

    [Fact]
    public void A_refusal_of_support_gives_no_parent_plan() =>
        Assert.Empty(new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Add(new ParentSupportDecided(Date("2026-03-20"), ParentSupportOutcome.Refused, [])).Of("parent-plan", "2026-05-01"));

    [Fact]
    public void Under_barnets_lov_a_reason_may_stand_in_for_the_parent_plan() =>
        Assert.Equal(
            ObligationStatus.Met,
            new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Granted("2026-04-01").Add(new ParentPlanWaived(Date("2026-04-15"), "åbenbart unødvendig")).One("parent-plan", "2026-05-10").Status);

    [Fact]
    public void Under_serviceloven_a_reason_may_not_stand_in_for_the_parent_plan()
    {
        Obligation plan = new CaseBuilder().Decided("2022-03-02").Started("2022-03-10").Granted("2022-04-01").Add(new ParentPlanWaived(Date("2022-04-15"), "åbenbart unødvendig")).One("parent-plan", "2022-05-10");

        Assert.Equal((ObligationStatus.Overdue, "serviceloven § 54, stk. 2"), (plan.Status, plan.Law));
    }
}
