using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class FurtherPlanDutyTests
{
    private static ChildPlanAdopted Adopted(string on, params PlanContent[] contents) => new(Date(on), 1, ChildPlanKind.BarnetsPlan, contents);

    [Fact]
    public void After_an_emergency_without_consent_the_plan_is_needed_within_a_month() =>
        Assert.Equal(Date("2026-04-02"), new CaseBuilder().Decided("2026-03-02", consent: false, emergency: true).One("child-plan-provisional", "2026-03-05").Due);

    [Fact]
    public void An_emergency_under_serviceloven_states_its_purpose_at_once()
    {
        Assert.True(new CaseBuilder().Decided("2022-03-02", emergency: true).One("emergency-purpose", "2022-03-05").Breach);
        Assert.Equal(ObligationStatus.Met, new CaseBuilder().Decided("2022-03-02", emergency: true).Plan("2022-03-02").One("emergency-purpose", "2022-03-05").Status);
    }

    [Fact]
    public void What_a_plan_lacks_is_a_breach_until_a_version_has_it()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Add(Adopted("2026-04-01", PlanContent.Goals));

        Obligation lacking = sag.One("child-plan-contents", "2026-05-01");
        Assert.Equal((ObligationStatus.Overdue, true, "no-family-support"), (lacking.Status, lacking.Breach, Assert.Single(lacking.Defects).Id));

        sag.Add(new ChildPlanRevised(Date("2026-05-10"), 2, ChildPlanKind.BarnetsPlan, [PlanContent.Goals, PlanContent.FamilySupport]));
        Assert.Equal([ObligationStatus.MetLate, ObligationStatus.Met], sag.Of("child-plan-contents", "2026-05-11").Select(o => o.Status));
    }

    [Fact]
    public void Serviceloven_wanted_five_things_in_a_plan() =>
        Assert.Equal(
            ["no-purpose", "no-measure", "no-goals", "no-family-support", "no-duration"],
            new CaseBuilder().Decided("2022-03-02").Add(Adopted("2022-03-01")).One("child-plan-contents", "2022-05-01").Defects.Select(defect => defect.Id));

    [Fact]
    public void Under_serviceloven_goals_for_adulthood_are_due_at_16_and_reminded_of_half_a_year_before()
    {
        Obligation goals = new CaseBuilder().Decided("2021-03-01", birth: "2006-05-20").Started("2021-03-01").One("adulthood-goals", "2021-04-01");

        Assert.Equal((Date("2022-05-20"), "fylder 16 år 20-05-2022, serviceloven § 140, stk. 2"), (goals.Due, goals.Explanation));
        Assert.Equal(Date("2021-11-19"), goals.Steps[0].Day);
    }

    [Fact]
    public void Placed_after_16_the_first_plan_holds_them() =>
        Assert.Equal(
            (Date("2022-04-01"), ObligationStatus.Overdue),
            new CaseBuilder().Decided("2022-03-01", birth: "2005-05-20").Add(Adopted("2022-04-01", PlanContent.Goals)).One("adulthood-goals", "2022-04-05") is var goals ? (goals.Due, goals.Status) : default);

    [Fact]
    public void Under_barnets_lov_the_youth_plan_follows_three_months_after_the_16th_birthday()
    {
        Obligation plan = new CaseBuilder().Decided("2026-03-02", birth: "2010-11-30").Started("2026-03-10").One("youth-plan", "2026-04-01");

        Assert.Equal((Date("2027-02-28"), "2026-11-30", Date("2026-08-28")), (plan.Due, plan.Occurrence, plan.Steps[0].Day));
    }

    [Fact]
    public void Placed_at_16_the_youth_plan_follows_three_months_after_the_decision() =>
        Assert.Equal(Date("2026-06-02"), new CaseBuilder().Decided("2026-03-02", birth: "2009-11-30").One("youth-plan", "2026-04-01").Due);

    [Fact]
    public void A_16th_birthday_under_the_old_law_opens_no_youth_plan() =>
        Assert.Empty(new CaseBuilder().Decided("2022-03-02", birth: "2007-12-31").Of("youth-plan", "2024-04-01"));

    [Fact]
    public void An_explanation_that_tells_a_birthday_is_not_mailed()
    {
        Assert.Equal(["adulthood-goals", "youth-plan", "youth-support"], RuleBook.Standard.Duties.Select(duty => duty.Id).Where(id => !RuleBook.MayMailExplanationOf(id)).Order());
        Assert.All(
            new CaseBuilder().Decided("2023-03-01", birth: "2008-05-20").Started("2023-03-01").On("2026-01-01").Obligations.Where(o => o.Explanation.Contains("20-05-", StringComparison.Ordinal)),
            o => Assert.False(RuleBook.MayMailExplanationOf(o.DutyId)));
    }
}
