using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class DecisionDutyTests
{
    private static CaseBuilder Forced() => new CaseBuilder().Decided("2026-03-02", consent: false, emergency: true).Started("2026-03-02");

    [Fact]
    public void A_provisional_decision_is_approved_within_seven_days_and_final_a_month_later()
    {
        Assert.Equal(Date("2026-03-09"), Forced().One("emergency-approval", "2026-03-03").Due);

        CaseBuilder approved = Forced().Add(new ProvisionalDecisionApproved(Date("2026-03-06")));
        Assert.Equal(Date("2026-04-06"), approved.One("emergency-final-decision", "2026-03-07").Due);
        Assert.Equal(ObligationStatus.Met, approved.Ended("2026-03-20").One("emergency-final-decision", "2026-03-21").Status);
    }

    [Fact]
    public void With_consent_there_is_nothing_for_the_committee_to_approve() =>
        Assert.Empty(new CaseBuilder().Decided("2026-03-02", emergency: true).Started("2026-03-02").Of("emergency-approval", "2026-03-03"));

    [Fact]
    public void The_committee_hears_the_case_again_after_one_year_then_after_two()
    {
        CaseBuilder sag = Forced().Add(new CommitteeDecided(Date("2026-03-30"), null)).Add(new CommitteeDecided(Date("2027-03-20"), null));

        Assert.Equal([Date("2027-03-30"), Date("2029-03-20")], sag.Of("rehearing", "2027-04-01").Select(o => o.Due));
    }

    [Fact]
    public void The_committee_may_set_its_own_date() =>
        Assert.Equal(Date("2026-09-30"), Forced().Add(new CommitteeDecided(Date("2026-03-30"), Date("2026-09-30"))).One("rehearing", "2026-04-01").Due);

    [Fact]
    public void Revising_a_plan_was_a_decision_until_2019_and_no_longer()
    {
        CaseBuilder old = new CaseBuilder().Decided("2018-03-02").Started("2018-03-02").Revised("2019-12-31", 2).Revised("2020-01-01", 3);

        Obligation decision = old.One("revision-decision", "2020-02-01");
        Assert.Equal(("2019-12-31", true), (decision.Occurrence, decision.Breach));
    }

    [Fact]
    public void A_request_for_return_is_answered_within_seven_days()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Add(new ReturnHomeRequested(Date("2026-06-01")));

        Assert.Equal(Date("2026-06-08"), sag.One("return-request", "2026-06-02").Due);
        Assert.Equal(ObligationStatus.MetLate, sag.Add(new ReturnHomeRefused(Date("2026-06-09"))).One("return-request", "2026-06-10").Status);
        Assert.Empty(Forced().Add(new ReturnHomeRequested(Date("2026-06-01"))).Of("return-request", "2026-06-02"));
    }

    [Theory]
    [InlineData(null, "2026-12-01")]
    [InlineData("2026-09-01", "2026-09-01")]
    [InlineData("2027-03-01", "2026-12-01")]
    public void The_period_of_return_lasts_six_months_at_most(string? ends, string due) =>
        Assert.Equal(Date(due), new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Add(new ReturnHomeDecided(Date("2026-06-01"), ends is null ? null : Date(ends))).One("return-period", "2026-06-02").Due);

    [Fact]
    public void Support_after_18_is_decided_six_months_before()
    {
        Obligation support = new CaseBuilder().Decided("2026-03-02", birth: "2010-08-31").Started("2026-03-10").One("youth-support", "2026-04-01");

        Assert.Equal((Date("2028-02-29"), Date("2027-08-27")), (support.Due, support.Steps[0].Day));
    }

    [Fact]
    public void A_complaint_is_sent_on_within_four_weeks_also_when_the_placement_has_ended()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Ended("2026-06-01").Add(new ComplaintReceived("afg-1", Date("2026-06-10")));

        Assert.Equal((Date("2026-07-08"), ObligationStatus.Pending), (sag.One("complaint", "2026-06-11").Due, sag.One("complaint", "2026-06-11").Status));
        Assert.False(sag.On("2026-06-11").Closed);
        Assert.NotEmpty(sag.On("2026-06-11").Steps);
        Assert.True(sag.Add(new ComplaintForwarded("afg-1", Date("2026-07-01"))).On("2026-07-02").Closed);
    }

    [Fact]
    public void A_complaint_over_the_committee_goes_another_way() =>
        Assert.Empty(Forced().Add(new DecisionNotified("afg-1", Date("2026-03-31"), true, DecidedBy.Committee)).Add(new ComplaintReceived("afg-1", Date("2026-04-10"))).Of("complaint", "2026-04-11"));

    [Fact]
    public void A_planned_end_after_the_return_period_has_not_ended_it_yet()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-01-05").Started("2026-01-12").Add(new ReturnHomeDecided(Date("2026-02-02"), Date("2026-05-01"))).Ended("2026-06-01", at: "2026-03-01 10:00");

        Assert.Equal(ObligationStatus.Pending, sag.One("return-period", "2026-03-02").Status);
        Assert.Equal(ObligationStatus.Overdue, sag.One("return-period", "2026-05-31").Status);
        Assert.Equal(ObligationStatus.MetLate, sag.One("return-period", "2026-06-01").Status);
    }
}
