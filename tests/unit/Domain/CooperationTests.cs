using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class CooperationTests
{
    private static CaseBuilder Placed(bool emergency = false) => new CaseBuilder().Decided("2026-03-02", emergency: emergency).Started("2026-03-10");

    [Fact]
    public void Team_and_roles_are_agreed_before_a_planned_placement()
    {
        Assert.Equal(ObligationStatus.Met, Placed().Add(new PlacementTeamAgreed(Date("2026-03-05"))).One("placement-team", "2026-04-01").Status);
        Assert.Equal(Date("2026-03-10"), Placed().One("placement-team", "2026-04-01").Due);
        Assert.Empty(Placed(emergency: true).Of("placement-team", "2026-04-01"));
    }

    [Fact]
    public void The_leader_considers_whether_the_child_should_have_another_adviser()
    {
        Assert.Equal(Date("2026-04-10"), Placed().One("caseworker-change-considered", "2026-03-11").Due);
        Assert.Equal(ObligationStatus.Met, Placed().Add(new CaseworkerChangeConsidered(Date("2026-03-20"))).One("caseworker-change-considered", "2026-05-01").Status);
        Assert.Equal(ObligationStatus.Met, Placed().Add(new CaseworkerChanged("cd34", Date("2026-04-01"))).One("caseworker-change-considered", "2026-05-01").Status);
    }

    [Fact]
    public void The_next_meeting_across_departments_always_has_a_date()
    {
        CaseBuilder sag = Placed().Add(new NetworkMeetingHeld(Date("2026-04-01"), Date("2026-04-22"))).Add(new NetworkMeetingHeld(Date("2026-04-22"), null));

        Assert.Equal(
            [(Date("2026-04-22"), ObligationStatus.Met, 0), (Date("2026-05-22"), ObligationStatus.Pending, 1)],
            sag.Of("network-meeting", "2026-04-23").Select(meeting => (meeting.Due, meeting.Status, meeting.Defects.Count)));
        Assert.Single(sag.Add(new TargetedSupportEnded(Date("2026-05-01"))).Of("network-meeting", "2026-06-01"));
    }

    [Fact]
    public void There_is_a_plan_for_contact_and_it_is_gone_through_on_the_agreed_day()
    {
        CaseBuilder sag = Placed();
        Assert.Equal(Date("2026-04-10"), sag.One("contact-plan", "2026-03-11").Due);

        sag.Add(new ContactPlanAdopted(Date("2026-03-20"), Date("2026-06-20"))).Add(new ContactPlanReviewed(Date("2026-06-25"), Date("2026-12-01"))).Add(new ContactPlanReviewed(Date("2026-11-01"), null));
        Assert.Equal(ObligationStatus.Met, sag.One("contact-plan", "2026-12-01").Status);
        Assert.Equal([(Date("2026-06-20"), ObligationStatus.MetLate), (Date("2026-12-01"), ObligationStatus.Met)], sag.Of("contact-plan-review", "2026-12-15").Select(review => (review.Due, review.Status)));
    }

    [Fact]
    public void Each_contact_is_talked_over_within_a_week()
    {
        CaseBuilder sag = Placed().Add(new ContactHeld("k1", Date("2026-04-01"))).Add(new ContactHeld("k2", Date("2026-04-08"))).Add(new ContactFeedbackNoted("k1", Date("2026-04-09")));

        Assert.Equal([(Date("2026-04-08"), ObligationStatus.MetLate), (Date("2026-04-15"), ObligationStatus.Pending)], sag.Of("contact-feedback", "2026-04-10").Select(feedback => (feedback.Due, feedback.Status)));
    }

    [Fact]
    public void A_case_follows_the_family_to_the_new_municipality_by_the_day_it_moves()
    {
        CaseBuilder sag = Placed().Add(new MunicipalityMoveAnnounced(Date("2026-08-01")), "2026-06-15 10:00");
        Obligation open = sag.One("case-transfer", "2026-06-16");
        Assert.Equal((Date("2026-08-01"), ObligationStatus.Pending, Date("2026-07-17")), (open.Due, open.Status, open.Steps[0].Day));

        Assert.Equal(ObligationStatus.Met, sag.Add(new CaseFileTransferred(Date("2026-07-20"))).One("case-transfer", "2026-07-21").Status);
        Assert.Equal(ObligationStatus.NotClosed, Placed().Add(new MunicipalityMoveAnnounced(Date("2026-08-01")), "2026-06-15 10:00").Ended("2026-08-01").One("case-transfer", "2026-08-02").Status);
    }

    [Fact]
    public void Targeted_support_begins_with_a_wish_a_coordinator_and_a_meeting_and_ends_with_somebody_to_turn_to()
    {
        CaseBuilder sag = Placed().Add(new TargetedSupportClarified(Date("2026-04-01"), Wished: true)).Add(new TargetedSupportStarted(Date("2026-04-07")));

        Assert.Equal(ObligationStatus.Met, sag.One("targeted-support-wish", "2026-04-08").Status);
        Assert.Equal(Date("2026-04-21"), sag.One("coordinator", "2026-04-08").Due);
        Assert.Equal(Date("2026-04-21"), sag.One("startup-meeting", "2026-04-08").Due);

        sag.Add(new CoordinatorAssigned(Date("2026-04-10"))).Add(new NetworkMeetingHeld(Date("2026-04-22"), null)).Add(new TargetedSupportEnded(Date("2026-10-01")));
        Assert.Equal((ObligationStatus.Met, ObligationStatus.MetLate), (sag.One("coordinator", "2026-10-02").Status, sag.One("startup-meeting", "2026-10-02").Status));
        Assert.Equal(Date("2026-10-15"), sag.One("contact-point", "2026-10-02").Due);
        Assert.Equal(ObligationStatus.Met, sag.Add(new ContactPointGiven(Date("2026-10-05"))).One("contact-point", "2026-10-06").Status);
    }

    [Fact]
    public void Statements_for_a_review_are_in_six_weeks_before_it_is_due()
    {
        CaseBuilder sag = Placed().Review("2026-06-01", next: "2026-12-01");

        Assert.Equal([Date("2026-04-29"), Date("2026-10-20")], sag.Of("review-preparation", "2026-06-02").Select(preparation => preparation.Due));
        Assert.Equal(ObligationStatus.Met, sag.Add(new StatusStatementReceived(Date("2026-10-01"), StatementSource.School)).Of("review-preparation", "2026-10-02")[1].Status);
    }

    [Fact]
    public void A_short_rhythm_asks_for_statements_no_earlier_than_the_review_before() =>
        Assert.Equal(Date("2026-06-01"), Placed().Review("2026-06-01", next: "2026-06-20").Of("review-preparation", "2026-06-02")[1].Due);

    [Fact]
    public void An_invitation_has_the_plan_and_the_people_the_parents_agreed_to()
    {
        CaseBuilder sag = Placed().Add(new MeetingBooked("m1", At("2026-06-01 10:00"), true) { ParticipantsAgreed = false, PlanAttached = false }, "2026-05-01 09:00");
        Assert.Equal(["participants-not-agreed", "plan-not-attached"], sag.One("meeting-invitation", "2026-05-02").Defects.Select(defect => defect.Id));
        Assert.Empty(sag.Add(new MeetingBooked("m1", At("2026-06-01 10:00"), true) { ParticipantsAgreed = true, PlanAttached = true }, "2026-05-03 09:00").One("meeting-invitation", "2026-05-04").Defects);
    }

    [Fact]
    public void The_talk_at_a_visit_is_alone_with_the_child_and_with_two_advisers_where_that_can_be()
    {
        CaseBuilder sag = Placed().Add(new VisitHeld(Date("2026-05-01"), true, Visitor.Caseworker, true, false) { Advisers = 1 });

        Assert.Equal(("not-alone", false), (Assert.Single(sag.One("visit-alone", "2026-05-02").Defects).Id, sag.One("visit-alone", "2026-05-02").Breach));
        Assert.Equal(("one-adviser", false), (Assert.Single(sag.One("visit-two-advisers", "2026-05-02").Defects).Id, sag.One("visit-two-advisers", "2026-05-02").Breach));
        Assert.Empty(Placed().Add(new VisitHeld(Date("2026-05-01"), true, Visitor.Consultant, true, false)).Of("visit-alone", "2026-05-02"));
    }
}
