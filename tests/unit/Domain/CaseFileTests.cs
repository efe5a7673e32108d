using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class CaseFileTests
{
    [Fact]
    public void A_double_counts_once()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10");
        sag.Add(new ReviewHeld(Date("2026-05-01"), false, PlanRevisionNeed.NotNeeded, CustodyHolderContact.Contacted, null), id: "r1");
        sag.Add(new ReviewHeld(Date("2026-05-01"), false, PlanRevisionNeed.NotNeeded, CustodyHolderContact.Contacted, null), id: "r1");

        Assert.Single(sag.Fold().Reviews);
    }

    [Fact]
    public void A_retracted_fact_is_as_if_it_had_never_come()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10");
        sag.Add(new ReviewHeld(Date("2026-05-01"), false, PlanRevisionNeed.NotNeeded, CustodyHolderContact.Contacted, null), id: "r1");
        sag.Add(new EventRetracted("r1", Date("2026-06-15")));

        Assert.Equal(ObligationStatus.Overdue, sag.One("first-review", "2026-06-15").Status);
        Assert.Empty(sag.Of("next-review", "2026-06-15"));
    }

    [Fact]
    public void A_retraction_that_comes_before_its_event_works_all_the_same()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Add(new EventRetracted("s1", Date("2026-03-20"))).Add(new PlacementStarted(Date("2026-03-10"), new PlacementSite("sted-1", SiteKind.Other, null)), id: "s1");

        Assert.Null(sag.Fold().StartedOn);
    }

    [Fact]
    public void A_retraction_that_is_itself_retracted_undoes_nothing()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Add(new PlacementStarted(Date("2026-03-10"), new PlacementSite("sted-1", SiteKind.Other, null)), id: "s1")
            .Add(new EventRetracted("s1", Date("2026-03-20")), id: "t1").Add(new EventRetracted("t1", Date("2026-03-21")), id: "t2");

        Assert.Equal(Date("2026-03-10"), sag.Fold().StartedOn);
    }

    [Fact]
    public void Of_two_starts_the_one_recorded_last_counts()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-15", at: "2026-03-01 09:00").Started("2026-03-10", at: "2026-03-12 09:00");

        Assert.Equal(Date("2026-03-10"), sag.Fold().StartedOn);
    }

    [Fact]
    public void A_fact_dated_after_the_end_is_kept_shown_and_does_not_count()
    {
        CaseFile file = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Ended("2026-04-01").Visit("2026-04-02").Fold();

        Assert.Empty(file.QualifyingVisits);
        Assert.Equal("Hændelsen er dateret 02-04-2026, efter at anbringelsen ophørte 01-04-2026. Den er gemt, men tæller ikke med.", Assert.Single(file.Concerns).Text);
    }

    [Fact]
    public void A_late_report_of_a_review_before_the_end_still_closes_it() =>
        Assert.Equal(
            ObligationStatus.Met,
            new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Ended("2026-06-20")
                .Add(new ReviewHeld(Date("2026-06-09"), false, PlanRevisionNeed.NotNeeded, CustodyHolderContact.Contacted, null), at: "2026-07-01 10:00").One("first-review", "2026-07-02").Status);

    [Fact]
    public void The_caseworker_of_a_day_is_the_last_who_took_over()
    {
        CaseFile file = new CaseBuilder().Decided("2026-03-02").Add(new CaseworkerChanged("cd34", Date("2026-05-01"))).Fold();

        Assert.Equal(("ab12", "cd34"), (file.CaseworkerOn(Date("2026-04-30")), file.CaseworkerOn(Date("2026-05-01"))));
    }
}
