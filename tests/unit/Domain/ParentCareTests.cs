using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class ParentCareTests
{
    private static CaseBuilder Placed(bool emergency = false) => new CaseBuilder().Decided("2026-03-02", emergency: emergency).Started("2026-03-02");

    private static ParentSupportDecided Granted(string on, params string[] kinds) => new(Date(on), ParentSupportOutcome.Granted, kinds);

    [Fact]
    public void Support_granted_without_a_documented_assessment_is_remarked()
    {
        Assert.Equal("no-assessment", Assert.Single(Placed().Add(Granted("2026-04-01", "familiebehandling")).One("parent-support-assessed-first", "2026-05-01").Defects).Id);
        Assert.Empty(Placed().Add(new ParentSupportAssessed(Date("2026-03-20"))).Add(Granted("2026-04-01")).One("parent-support-assessed-first", "2026-05-01").Defects);
    }

    [Fact]
    public void Supported_contact_alone_is_no_decision_on_support()
    {
        CaseBuilder sag = Placed().Add(Granted("2026-04-01", "supported-contact"));

        Assert.True(sag.One("parent-support-decision", "2026-04-02").IsOpen);
        Assert.True(sag.One("parent-support-assessment", "2026-04-01").IsOpen);
        Assert.Empty(sag.Of("parent-support-start", "2026-04-02"));
        Assert.Empty(sag.Of("parent-plan", "2026-04-02"));
        Assert.Equal(ObligationStatus.Met, sag.Add(Granted("2026-04-10", "supported-contact", "parterapi")).One("parent-support-decision", "2026-04-11").Status);
    }

    [Fact]
    public void A_refusal_is_a_decision_too() =>
        Assert.Equal(ObligationStatus.Met, Placed().Add(new ParentSupportDecided(Date("2026-04-01"), ParentSupportOutcome.Refused, [])).One("parent-support-decision", "2026-04-02").Status);

    [Fact]
    public void The_need_is_assessed_again_at_each_review()
    {
        CaseBuilder sag = Placed().Add(new ParentSupportAssessed(Date("2026-03-20"))).Review("2026-06-01").Review("2026-11-02");

        Assert.Equal([(Date("2026-06-15"), ObligationStatus.Met), (Date("2026-11-16"), ObligationStatus.Pending)], sag.Of("parent-support-reassessment", "2026-11-03").Select(again => (again.Due, again.Status)));
    }

    [Fact]
    public void After_an_emergency_the_parents_are_offered_talks_within_a_week()
    {
        Assert.Equal(Date("2026-03-09"), Placed(emergency: true).One("crisis-talk", "2026-03-03").Due);
        Assert.Empty(Placed().Of("crisis-talk", "2026-03-03"));
        Assert.Equal(ObligationStatus.Met, Placed(emergency: true).Add(new CrisisSupportOffered(Date("2026-03-06"))).One("crisis-talk", "2026-04-01").Status);
    }

    [Fact]
    public void A_heavy_decision_is_followed_by_contact()
    {
        CaseBuilder sag = Placed().Add(new ReturnHomeRefused(Date("2026-05-04")));

        Assert.Equal(Date("2026-05-11"), sag.One("crisis-contact", "2026-05-05").Due);
        Assert.Equal(ObligationStatus.Met, sag.Add(new ParentsContacted(Date("2026-05-07"), false)).One("crisis-contact", "2026-05-08").Status);
    }

    [Fact]
    public void Parents_who_did_not_come_are_contacted_the_next_working_day()
    {
        CaseBuilder sag = Placed().Add(new MeetingHeld("m1", Date("2026-05-01"), true)).Add(new MeetingHeld("m2", Date("2026-05-08"), false));

        Assert.Equal(Date("2026-05-11"), sag.One("missed-meeting-contact", "2026-05-08").Due);
        Assert.Equal(ObligationStatus.Met, sag.Add(new ParentsContacted(Date("2026-05-11"), true)).One("missed-meeting-contact", "2026-05-12").Status);
    }

    [Fact]
    public void Parents_are_told_what_support_there_is()
    {
        Assert.Empty(Placed().Add(new ParentsInformed(Date("2026-03-05"))).Of("support-forms-information", "2026-04-01"));
        Assert.Equal(ObligationStatus.MetWithDefects, Placed().Add(new ParentsInformed(Date("2026-03-05")) { SupportForms = false }).One("support-forms-information", "2026-04-01").Status);
    }

    [Fact]
    public void Each_measure_from_before_is_decided_on_by_itself()
    {
        CaseBuilder sag = Placed().Add(new RunningSupportNoted("f1", Date("2026-03-31"))).Add(new RunningSupportNoted("f2", Date("2026-03-31"))).Add(new RunningSupportDecided("f2", Date("2026-04-10"), false));

        Assert.Equal([(Date("2026-04-30"), ObligationStatus.Pending), (Date("2026-04-30"), ObligationStatus.Met)], sag.Of("running-support", "2026-04-11").Select(running => (running.Due, running.Status)));
    }

    [Fact]
    public void Monthly_news_of_the_child_comes_until_the_agreement_ends()
    {
        CaseBuilder sag = Placed().Add(new ParentUpdatesAgreed(Date("2026-03-31"))).Add(new ParentUpdateSent(Date("2026-04-28")));
        Assert.Equal([(Date("2026-04-30"), ObligationStatus.Met), (Date("2026-05-28"), ObligationStatus.Pending)], sag.Of("parent-update", "2026-05-01").Select(update => (update.Due, update.Status)));

        sag.Add(new ParentUpdatesEnded(Date("2026-05-15")));
        Assert.Single(sag.Of("parent-update", "2026-06-01"));
    }

    [Fact]
    public void Monthly_news_that_was_agreed_on_again_comes_once_a_month_and_not_twice()
    {
        CaseBuilder sag = Placed().Add(new ParentUpdatesAgreed(Date("2026-03-31"))).Add(new ParentUpdatesAgreed(Date("2026-04-10")))
            .Add(new ParentUpdateSent(Date("2026-04-28"))).Add(new ParentUpdatesEnded(Date("2026-09-01")));

        Assert.Equal(
            [(Date("2026-05-10"), ObligationStatus.Met), (Date("2026-05-28"), ObligationStatus.Pending)],
            sag.Of("parent-update", "2026-05-01").Select(update => (update.Due, update.Status)));
    }
}
