using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class PlanAndSiteWorkTests
{
    private static CaseBuilder Placed() => new CaseBuilder().Decided("2026-03-02").Started("2026-03-02");

    private static ChildPlanAdopted Plan(string on, int version = 1) => new(Date(on), version, ChildPlanKind.BarnetsPlan, [PlanContent.Goals, PlanContent.FamilySupport]);

    [Fact]
    public void The_plan_lies_ready_when_the_case_is_allocated()
    {
        Assert.Equal(ObligationStatus.MetLate, new CaseBuilder().Add(new AllocationMeetingHeld(Date("2026-02-20"))).Decided("2026-03-02").Add(Plan("2026-02-25")).One("plan-before-allocation", "2026-03-05").Status);
        Assert.Equal(ObligationStatus.Met, new CaseBuilder().Add(new AllocationMeetingHeld(Date("2026-02-20"))).Decided("2026-03-02").Add(Plan("2026-02-20")).One("plan-before-allocation", "2026-03-05").Status);
    }

    [Fact]
    public void A_plan_rests_on_an_examination_that_was_finished()
    {
        Assert.Equal("no-assessment", Assert.Single(Placed().Add(Plan("2026-04-01")).One("plan-on-assessment", "2026-05-01").Defects).Id);
        Assert.Empty(Placed().Add(new AssessmentCompleted(Date("2026-03-20"))).Add(Plan("2026-04-01")).One("plan-on-assessment", "2026-05-01").Defects);
    }

    [Fact]
    public void The_leader_reads_each_version_and_is_the_one_reminded()
    {
        CaseBuilder sag = Placed().Add(Plan("2026-04-01")).Revised("2026-06-01", 2).Add(new ChildPlanQualityChecked(Date("2026-04-10"), 1));

        Assert.Equal([(Date("2026-04-15"), ObligationStatus.Met), (Date("2026-06-15"), ObligationStatus.Pending)], sag.Of("plan-quality-check", "2026-06-02").Select(read => (read.Due, read.Status)));
        Assert.All(sag.Of("plan-quality-check", "2026-06-02").SelectMany(read => read.Steps).Where(step => step.Name is StepName.Remind or StepName.Due), step => Assert.Equal(Role.TeamLeader, step.Role));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_change_that_matters_leads_to_a_new_version_or_to_saying_that_the_plan_stands(bool stands)
    {
        CaseBuilder sag = Placed().Add(Plan("2026-04-01")).Add(new CircumstancesChanged(Date("2026-05-06")));
        Assert.Equal(Date("2026-05-13"), sag.One("plan-after-change", "2026-05-07").Due);

        sag.Add(stands ? new ChildPlanUpheld(Date("2026-05-12")) : new ChildPlanRevised(Date("2026-05-12"), 2, ChildPlanKind.BarnetsPlan, []));
        Assert.Equal(ObligationStatus.Met, sag.One("plan-after-change", "2026-05-20").Status);
    }

    [Fact]
    public void Who_took_part_and_who_is_responsible_is_asked_where_the_case_system_tells()
    {
        Assert.Empty(Placed().Add(Plan("2026-04-01")).Of("plan-making", "2026-05-01"));
        Assert.Equal(
            ["goals-unassigned", "parents-not-involved"],
            Placed().Add(Plan("2026-04-01") with { GoalsAssigned = false, Involved = [PlanParticipant.Child] }).One("plan-making", "2026-05-01").Defects.Select(defect => defect.Id));
        Assert.Empty(Placed().Add(Plan("2026-04-01") with { GoalsAssigned = true }).One("plan-making", "2026-05-01").Defects);
    }

    [Fact]
    public void A_possible_site_gets_the_plan_with_the_question() =>
        Assert.Equal(
            [0, 1],
            Placed().Add(new SiteAsked("a", Date("2026-03-02"), PlanSent: true)).Add(new SiteAsked("b", Date("2026-03-02"), PlanSent: false)).Of("plan-with-enquiry", "2026-03-05").Select(asked => asked.Defects.Count));

    [Fact]
    public void The_newest_plan_is_at_the_site_when_the_supervision_authority_comes()
    {
        CaseBuilder sag = Placed().Add(Plan("2026-04-01")).HandedOver("2026-04-02").Revised("2026-05-01", 2).Add(new SiteInspectionAnnounced("sted-1", Date("2026-06-15")), "2026-05-20 09:00");

        Obligation open = sag.One("plan-before-inspection", "2026-05-21");
        Assert.Equal((Date("2026-06-15"), ObligationStatus.Pending, Date("2026-05-20")), (open.Due, open.Status, open.AnchoredOn));
        Assert.Equal(Date("2026-06-01"), open.Steps[0].Day);
        Assert.Equal(ObligationStatus.Met, sag.HandedOver("2026-06-01", version: 2).One("plan-before-inspection", "2026-06-02").Status);
        Assert.Empty(Placed().Add(Plan("2026-04-01")).Add(new SiteInspectionAnnounced("sted-1", Date("2026-06-15")), "2026-05-20 09:00").Moved("2026-06-01", "sted-2").Of("plan-before-inspection", "2026-06-16"));
    }

    [Fact]
    public void A_written_plan_is_acknowledged_and_an_oral_one_need_not_be()
    {
        CaseBuilder sag = Placed().Add(Plan("2026-04-01")).HandedOver("2026-04-01");

        Assert.Equal(Date("2026-04-15"), sag.One("plan-receipt", "2026-04-02").Due);
        Assert.Equal(ObligationStatus.Met, sag.Add(new ChildPlanReceived(Date("2026-04-10"), 1, "sted-1")).One("plan-receipt", "2026-04-11").Status);
        Assert.Empty(Placed().Add(Plan("2026-04-01")).HandedOver("2026-04-01", form: HandOverForm.Oral).Of("plan-receipt", "2026-04-02"));
    }

    [Fact]
    public void What_the_site_may_see_of_the_parents_is_thought_of() =>
        Assert.Equal(
            "parent-parts-not-limited",
            Assert.Single(Placed().Add(Plan("2026-04-01")).Add(new ChildPlanHandedOver(Date("2026-04-02"), 1, "sted-1", HandOverForm.Written) { ParentPartsLimited = false }).One("handover-parent-parts", "2026-05-01").Defects).Id);

    [Fact]
    public void A_site_that_lacks_something_gets_an_answer_within_five_working_days()
    {
        CaseBuilder sag = Placed().Add(Plan("2026-04-01")).HandedOver("2026-04-02").Add(new ChildPlanGapsReported("sted-1", Date("2026-05-08")));

        Assert.Equal(Date("2026-05-18"), sag.One("plan-supplement", "2026-05-09").Due);
        Assert.Equal(ObligationStatus.Met, sag.HandedOver("2026-05-12").One("plan-supplement", "2026-05-20").Status);
    }

    [Theory]
    [InlineData(SiteChangeBasis.Consent, ObligationStatus.Met)]
    [InlineData(SiteChangeBasis.Committee, ObligationStatus.Met)]
    [InlineData(SiteChangeBasis.None, ObligationStatus.Overdue)]
    public void A_change_of_site_rests_on_consent_or_on_the_committee(SiteChangeBasis basis, ObligationStatus status)
    {
        CaseBuilder sag = Placed().Add(new SiteChanged(Date("2026-06-01"), new PlacementSite("sted-2", SiteKind.FosterFamily, null)) { Basis = basis, SiteStatement = true }, "2026-05-11 10:00");

        Obligation change = sag.One("site-change-basis", "2026-06-02");
        Assert.Equal((Date("2026-06-01"), status, status == ObligationStatus.Overdue), (change.Due, change.Status, change.Breach));
    }

    [Fact]
    public void A_move_without_consent_is_reminded_of_before_it_happens_and_healed_by_the_committee()
    {
        CaseBuilder sag = Placed().Add(new SiteChanged(Date("2026-06-01"), new PlacementSite("sted-2", SiteKind.FosterFamily, null)) { Basis = SiteChangeBasis.None }, "2026-05-11 10:00");
        Assert.Equal(Date("2026-05-18"), sag.One("site-change-basis", "2026-05-12").Steps[0].Day);

        Assert.Equal(ObligationStatus.Met, sag.Add(new CommitteeDecided(Date("2026-05-28"), null)).One("site-change-basis", "2026-06-02").Status);
        Assert.Empty(Placed().Moved("2026-06-01", "sted-2").Of("site-change-basis", "2026-06-02"));
    }

    [Fact]
    public void The_site_the_child_leaves_is_heard() =>
        Assert.True(Placed().Add(new SiteChanged(Date("2026-06-01"), new PlacementSite("sted-2", SiteKind.FosterFamily, null)) { Basis = SiteChangeBasis.Consent, SiteStatement = false }).One("site-change-basis", "2026-06-02").Breach);

    [Fact]
    public void A_worry_about_a_site_goes_to_the_supervision_authority()
    {
        CaseBuilder sag = Placed().Add(new SiteConcernFound("sted-1", Date("2026-05-08")));

        Assert.Equal((Date("2026-05-13"), "barnets lov § 156, stk. 4", false), (sag.One("site-concern", "2026-06-01").Due, sag.One("site-concern", "2026-06-01").Law, sag.One("site-concern", "2026-06-01").Breach));
        Assert.True(sag.Add(new SiteConcernNotified("sted-2", Date("2026-05-11"))).One("site-concern", "2026-05-12").IsOpen);
        Assert.Equal(ObligationStatus.Met, sag.Add(new SiteConcernNotified("sted-1", Date("2026-05-11"))).One("site-concern", "2026-05-12").Status);
    }
}
