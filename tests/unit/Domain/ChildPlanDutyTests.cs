using Rettidig.Domain.Agendas;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class ChildPlanDutyTests
{
    [Fact]
    public void Under_serviceloven_the_plan_comes_before_every_decision_that_is_no_emergency()
    {
        Obligation plan = new CaseBuilder().Decided("2022-03-02").Plan("2022-03-03").One("child-plan-before-decision", "2022-04-01");

        Assert.Equal((ObligationStatus.MetLate, true, "serviceloven § 140, stk. 1"), (plan.Status, plan.Breach, plan.Law));
    }

    [Fact]
    public void Under_barnets_lov_the_plan_comes_before_a_decision_without_consent()
    {
        Assert.Equal(ObligationStatus.Met, new CaseBuilder().Decided("2026-03-02", consent: false).Plan("2026-03-02").One("child-plan-before-decision", "2026-04-01").Status);
        Assert.Empty(new CaseBuilder().Decided("2026-03-02", consent: true).Of("child-plan-before-decision", "2026-04-01"));
        Assert.Empty(new CaseBuilder().Decided("2026-03-02", consent: false, emergency: true).Of("child-plan-before-decision", "2026-04-01"));
    }

    [Fact]
    public void After_an_emergency_under_serviceloven_the_plan_comes_within_four_months_of_the_earlier_of_decision_and_start()
    {
        Obligation plan = new CaseBuilder().Decided("2021-10-31", emergency: true).Started("2021-10-30").One("child-plan-emergency", "2022-01-01");

        Assert.Equal((Date("2022-02-28"), "2021-10-30"), (plan.Due, plan.Occurrence));
        Assert.Equal("iværksat 30-10-2021 + 4 måneder = 28-02-2022, serviceloven § 140, stk. 1", plan.Explanation);
        Assert.Empty(new CaseBuilder().Decided("2021-10-31", emergency: true).Started("2021-10-30").Of("child-plan-before-decision", "2022-01-01"));
    }

    [Fact]
    public void The_four_months_are_gone_under_barnets_lov() =>
        Assert.Empty(new CaseBuilder().Decided("2024-01-01", emergency: true).Started("2024-01-01").Of("child-plan-emergency", "2024-02-01"));

    [Fact]
    public void A_placement_with_consent_has_its_plan_within_three_months_of_the_decision()
    {
        Obligation plan = new CaseBuilder().Decided("2026-11-30").Started("2026-12-10").One("child-plan", "2027-01-01");

        Assert.Equal((Date("2027-02-28"), "afgørelse 30-11-2026 + 3 måneder = 28-02-2027, barnets lov § 91, stk. 2"), (plan.Due, plan.Explanation));
    }

    [Fact]
    public void From_16_the_youth_plan_takes_its_place()
    {
        Assert.Single(new CaseBuilder().Decided("2026-05-19", birth: "2010-05-20").Of("child-plan", "2026-06-01"));
        Assert.Empty(new CaseBuilder().Decided("2026-05-20", birth: "2010-05-20").Of("child-plan", "2026-06-01"));
    }

    [Fact]
    public void The_law_of_the_day_of_the_decision_counts()
    {
        Assert.Single(new CaseBuilder().Decided("2023-12-31").Of("child-plan-before-decision", "2024-01-05"));
        Assert.Empty(new CaseBuilder().Decided("2023-12-31").Of("child-plan", "2024-01-05"));
        Assert.Single(new CaseBuilder().Decided("2024-01-01").Of("child-plan", "2024-01-05"));
    }
}
