using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class ChildRightsTests
{
    private static CaseBuilder Placed(string on = "2026-03-02") => new CaseBuilder().Decided(on).Started(on);

    private static CaseBuilder Decided(string on, ChildConversation? conversation = null, bool? purpose = null, bool consent = true) => new CaseBuilder().Add(
        new PlacementDecided(Date(on), consent ? PlacementConsent.With : PlacementConsent.Without, false, Date("2016-05-20"), ["mor"], "ab12", null, null) { ChildConversation = conversation, PurposeConsented = purpose });

    [Theory]
    [InlineData(ChildConversation.Held, ObligationStatus.Met, false)]
    [InlineData(ChildConversation.LeftOut, ObligationStatus.Met, false)]
    [InlineData(ChildConversation.NotHeld, ObligationStatus.Overdue, true)]
    public void The_child_is_talked_with_before_the_decision_or_left_out_for_a_reason(ChildConversation conversation, ObligationStatus status, bool breach)
    {
        Obligation talk = Decided("2026-03-02", conversation).One("child-conversation", "2026-03-10");

        Assert.Equal((status, breach, "barnets lov § 5, stk. 3 og 4"), (talk.Status, talk.Breach, talk.Law));
    }

    [Fact]
    public void A_talk_held_afterwards_is_late()
    {
        Assert.Equal(ObligationStatus.MetLate, Decided("2026-03-02", ChildConversation.NotHeld).Add(new ChildConversationHeld(Date("2026-03-09"))).One("child-conversation", "2026-03-10").Status);
        Assert.Equal("serviceloven § 48", Decided("2021-03-02", ChildConversation.Held).One("child-conversation", "2021-03-10").Law);
        Assert.Empty(Decided("2026-03-02").Of("child-conversation", "2026-03-10"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Consent_to_a_placement_covers_its_purpose(bool covers, bool breach)
    {
        Assert.Equal(breach, Decided("2026-03-02", purpose: covers).One("purpose-consent", "2026-03-10").Breach);
        Assert.Empty(Decided("2026-03-02", purpose: covers, consent: false).Of("purpose-consent", "2026-03-10"));
    }

    [Theory]
    [InlineData("2026-05-05 13:59", ObligationStatus.Met, false)]
    [InlineData("2026-05-05 14:30", ObligationStatus.Met, false)]
    [InlineData("2026-05-05 14:31", ObligationStatus.MetWithDefects, true)]
    [InlineData("2026-05-06 08:00", ObligationStatus.MetLate, true)]
    public void The_parties_are_told_in_writing_within_24_hours(string told, ObligationStatus status, bool breach)
    {
        Obligation notice = Placed("2026-05-04").Add(new ProvisionalDecisionExecuted(At("2026-05-04 14:30"))).Add(new ProvisionalDecisionNotified(At(told))).One("emergency-notice", "2026-05-10");

        Assert.Equal((status, breach), (notice.Status, notice.Breach));
        Assert.StartsWith("foreløbig afgørelse iværksat 04-05-2026 kl. 14.30 + 24 timer = 05-05-2026 kl. 14.30, barnets lov § 143, stk. 3", notice.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_told_is_a_breach_when_the_day_has_gone() =>
        Assert.True(Placed("2026-05-04").Add(new ProvisionalDecisionExecuted(At("2026-05-04 14:30"))).One("emergency-notice", "2026-05-06").Breach);

    [Fact]
    public void Each_concern_is_assessed_within_24_hours()
    {
        CaseBuilder sag = Placed().Add(new ConcernReportReceived("u1", At("2026-06-01 09:00"))).Add(new ConcernReportReceived("u2", At("2026-06-01 11:00")))
            .Add(new ConcernReportAssessed("u2", At("2026-06-02 10:00")));

        Assert.Equal([ObligationStatus.Overdue, ObligationStatus.Met], sag.Of("concern-assessment", "2026-06-03").Select(concern => concern.Status));
        Assert.Equal("serviceloven § 155, stk. 2", Placed("2022-03-02").Add(new ConcernReportReceived("u1", At("2022-06-01 09:00"))).One("concern-assessment", "2022-06-03").Law);
    }

    [Fact]
    public void In_the_night_the_clocks_change_24_hours_are_24_hours()
    {
        Obligation concern = Placed().Add(new ConcernReportReceived("u1", At("2026-10-24 12:00"))).One("concern-assessment", "2026-10-25");

        Assert.Contains("25-10-2026 kl. 11.00", concern.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void An_examination_is_finished_four_months_after_the_municipality_became_aware()
    {
        Assert.Equal(Date("2026-06-30"), Placed().Add(new AssessmentStarted(Date("2026-03-10"), Date("2026-02-28"))).One("assessment-deadline", "2026-04-01").Due.PlusDays(2));
        Assert.Equal(Date("2026-07-10"), Placed().Add(new AssessmentStarted(Date("2026-03-10"), null)).One("assessment-deadline", "2026-04-01").Due);
        Assert.True(Placed().Add(new AssessmentStarted(Date("2026-03-10"), null)).Add(new AssessmentCompleted(Date("2026-07-11"))).One("assessment-deadline", "2026-08-01").Breach);
    }

    [Fact]
    public void Before_a_child_goes_home_the_plan_is_revised_and_the_site_heard()
    {
        ReturnHomeDecided decided = new(Date("2026-06-01"), null) { PlanRevised = false, SiteStatement = false };

        Assert.Equal(["plan-not-revised", "no-site-statement"], Placed().Add(decided).One("return-home-basis", "2026-06-02").Defects.Select(defect => defect.Id));
        Assert.Equal(["plan-not-revised"], Placed("2023-01-02").Add(decided with { DecidedOn = Date("2023-06-01") } is var old ? new ReturnHomeDecided(old.DecidedOn, null) { PlanRevised = false, SiteStatement = false } : decided).One("return-home-basis", "2023-06-02").Defects.Select(defect => defect.Id));
        Assert.Empty(Placed().Add(new ReturnHomeDecided(Date("2026-06-01"), null)).Of("return-home-basis", "2026-06-02"));
    }

    [Fact]
    public void A_decision_is_explained_in_a_talk()
    {
        CaseBuilder sag = Placed().Add(new DecisionNotified("a1", Date("2026-04-01"), true, DecidedBy.Administration)).Add(new DecisionExplained("a2", Date("2026-04-02")));

        Assert.Equal((Date("2026-04-15"), ObligationStatus.Overdue), (sag.One("decision-explained", "2026-04-20").Due, sag.One("decision-explained", "2026-04-20").Status));
        Assert.Equal(ObligationStatus.Met, sag.Add(new DecisionExplained("a1", Date("2026-04-10"))).One("decision-explained", "2026-04-20").Status);
    }

    [Theory]
    [InlineData("2026-04-06", "2026-05-04")] // a Monday
    [InlineData("2026-04-16", "2026-05-15")] // four weeks end on Ascension Day, and the Friday after is an ordinary day
    public void The_time_to_appeal_moves_to_the_next_working_day_and_is_only_told_of(string notified, string ends)
    {
        CaseBuilder sag = Placed().Add(new DecisionNotified("a1", Date(notified), true, DecidedBy.Administration)).Add(new DecisionNotified("a2", Date(notified), false, DecidedBy.Administration));

        Obligation window = sag.One("appeal-window", "2026-04-20");
        Assert.Equal((Date(ends), false), (window.Due, window.Breach));
        Assert.Equal([StepName.Notify], window.Steps.Select(step => step.Name));
    }

    [Fact]
    public void What_could_only_be_told_of_after_the_placement_has_ended_is_not_told()
    {
        CaseBuilder sag = Placed().Add(new DecisionNotified("a1", Date("2026-04-06"), true, DecidedBy.Administration), "2026-06-02 10:00");
        Assert.Equal([Date("2026-06-03")], sag.On("2026-06-02", CaseBuilder.AllOn).Steps.Where(step => step.DutyId == "appeal-window").Select(step => step.Day));

        sag.Ended("2026-06-01");
        Assert.DoesNotContain(sag.On("2026-06-02", CaseBuilder.AllOn).Steps, step => step.DutyId == "appeal-window");
    }
}
