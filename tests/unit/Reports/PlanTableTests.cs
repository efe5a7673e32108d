using NodaTime;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Reports;
using Rettidig.Unit.Tests.Domain;

namespace Rettidig.Unit.Tests.Reports;

/// <summary>The tables on the child's plan and its hand-over.</summary>
public sealed class PlanTableTests
{
    [Fact]
    public void Under_serviceloven_a_plan_is_in_time_before_the_decision_and_in_an_emergency_within_four_months_with_the_purpose_at_once()
    {
        Report report = Counted.On(
            "2018-12-31",
            Placed().Plan("2018-01-08"),
            Placed().Plan("2018-01-09"),
            Emergency(purpose: true).Plan("2018-05-08"),
            Emergency(purpose: true).Plan("2018-05-09"),
            Emergency(purpose: false).Plan("2018-02-01"));

        Assert.Equal("5 af 5", report.Figure("plan", "exists"));
        Assert.Equal("2 af 5", report.Figure("plan-timing", "in-time"));
        Assert.Equal("3 af 5", report.Figure("plan-timing", "not-in-time"));
        Assert.Equal("2 af 3", report.Figure("plan-timing", "emergency"));
    }

    [Fact]
    public void Under_barnets_lov_a_plan_with_consent_has_three_months()
    {
        Report report = Counted.On(
            "2024-05-01",
            new CaseBuilder().Decided("2024-01-08").Started("2024-01-15").Plan("2024-04-08"),
            new CaseBuilder().Decided("2024-01-08").Started("2024-01-15").Plan("2024-04-09"),
            new CaseBuilder().Decided("2024-03-08").Started("2024-03-15"));

        Assert.Equal("1 af 2", report.Figure("plan-timing", "in-time"));
        Assert.Equal("1 af 3", report.Figure("plan", "none"));
        Assert.Equal("1 af 1", report.Figure("plan", "not-due"));
    }

    [Fact]
    public void Only_what_the_law_wants_in_the_newest_version_can_be_missing_in_it()
    {
        Report report = Counted.On(
            "2024-12-31",
            Placed().Add(new ChildPlanAdopted(CaseBuilder.Date("2018-01-08"), 1, ChildPlanKind.Handleplan, [PlanContent.Purpose])),
            new CaseBuilder().Decided("2024-01-08").Started("2024-01-15").Plan("2024-02-01"));

        Assert.Equal("0 af 1", report.Figure("plan-contents", "purpose"));
        Assert.Equal("1 af 1", report.Figure("plan-contents", "duration"));
        Assert.Equal("1 af 2", report.Figure("plan-contents", "goals"));
        Assert.Equal("2 af 2", report.Figure("plan-contents", "family-support"));
        Assert.Equal("0 af 2", report.Figure("plan-contents", "nothing"));
    }

    [Fact]
    public void Goals_for_adulthood_are_asked_of_those_who_have_turned_sixteen()
    {
        CaseBuilder Born(string birth, params PlanContent[] contents) => new CaseBuilder().Decided("2018-01-08", birth: birth).Started("2018-01-15")
            .Add(new ChildPlanAdopted(CaseBuilder.Date("2018-01-08"), 1, ChildPlanKind.Handleplan, contents));

        Report report = Counted.On("2018-12-31", Born("2002-12-30"), Born("2002-12-31"), Born("2001-06-01", PlanContent.AdulthoodGoals));

        Assert.Equal("2 af 3", report.Figure("adulthood", "sixteen"));
        Assert.Equal("1 af 2", report.Figure("adulthood", "goals"));
    }

    [Fact]
    public void Each_site_the_child_moves_to_is_asked_for_and_a_site_without_a_plan_to_get_too()
    {
        Report report = Counted.On(
            "2018-12-31",
            Placed().Plan("2018-01-08").HandedOver("2018-01-15").Moved("2018-06-01", "sted-2").HandedOver("2018-06-20", "sted-2"),
            Placed().Plan("2018-01-08"),
            Placed());

        Assert.Equal("2 af 4", report.Figure("hand-over-at-start", "received"));
        Assert.Equal("1 af 2", report.Figure("hand-over-at-start", "in-time"));
        Assert.Equal("2 af 4", report.Figure("hand-over-at-start", "none"));
        Assert.Equal("1 af 2", report.Figure("hand-over-at-start", "no-plan"));
    }

    [Fact]
    public void A_revision_has_reached_the_site_with_that_version_or_a_newer_one()
    {
        Report report = Counted.On(
            "2018-12-31",
            Placed().Plan("2018-01-08").Revised("2018-04-10", 2).Revised("2018-07-10", 3).HandedOver("2018-07-12", version: 3).Revised("2018-10-10", 4).Revised("2018-12-20", 5));

        Assert.Equal("2 af 3", report.Figure("hand-over-of-revisions", "received"));
        Assert.Equal("1 af 2", report.Figure("hand-over-of-revisions", "in-time"));
        Assert.Equal(1, report.Group("hand-over-of-revisions").LeftOut);
    }

    private static CaseBuilder Placed() => new CaseBuilder().Decided("2018-01-08").Started("2018-01-15");

    private static CaseBuilder Emergency(bool purpose) => new CaseBuilder()
        .Add(new PlacementDecided(CaseBuilder.Date("2018-01-08"), PlacementConsent.With, true, new LocalDate(2010, 5, 5), ["mor"], "ab12", purpose, null))
        .Started("2018-01-08");
}
