using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class SupportPersonWorkTests
{
    private static CaseBuilder Placed(string on = "2026-03-02") => new CaseBuilder().Decided(on).Started(on);

    [Theory]
    [InlineData(true, ObligationStatus.Met)]
    [InlineData(false, ObligationStatus.MetWithDefects)]
    public void An_offer_whose_purpose_was_not_explained_is_remarked_and_nobody_is_reminded(bool explained, ObligationStatus status)
    {
        Obligation remark = Placed().Add(new SupportPersonOffered("mor", Date("2026-03-02"), explained)).One("support-person-purpose", "2026-03-10");

        Assert.Equal((status, false), (remark.Status, remark.Breach));
        Assert.Empty(remark.Steps);
    }

    [Fact]
    public void Where_the_case_system_does_not_tell_of_it_nothing_is_asked()
    {
        CaseBuilder sag = Placed().Offered("2026-03-02").Granted("2026-03-10");

        Assert.Empty(sag.Of("support-person-purpose", "2026-04-01"));
        Assert.Empty(sag.Of("support-person-appeal-guidance", "2026-04-01"));
    }

    [Fact]
    public void Hours_without_guidance_on_appeal_are_a_breach()
    {
        Obligation granted = Placed().Add(new SupportPersonGranted("mor", Date("2026-03-10"), 6) { AppealGuidance = false }).One("support-person-appeal-guidance", "2026-04-01");

        Assert.Equal((ObligationStatus.MetWithDefects, true), (granted.Status, granted.Breach));
        Assert.False(Placed().Add(new SupportPersonGranted("mor", Date("2026-03-10"), 6) { AppealGuidance = true }).One("support-person-appeal-guidance", "2026-04-01").Breach);
    }

    [Fact]
    public void The_offer_itself_is_a_decision_only_under_barnets_lov()
    {
        Assert.Empty(Placed("2023-03-02").Add(new SupportPersonOffered("mor", Date("2023-03-02"), null) { AppealGuidance = false }).Of("support-person-appeal-guidance", "2023-04-01"));
        Assert.True(Placed().Add(new SupportPersonOffered("mor", Date("2026-03-02"), null) { AppealGuidance = false }).One("support-person-appeal-guidance", "2026-04-01").Breach);
    }

    [Fact]
    public void A_refusal_for_being_the_parents_companion_alone_is_remarked()
    {
        CaseBuilder sag = Placed().Add(new SupportPersonProposed("mor", Date("2026-03-05")))
            .Add(new SupportPersonProposalAnswered("mor", Date("2026-03-20"), ProposalAnswer.Refused, true, null) { Ground = RefusalGround.CompanionOrAssociation });

        Assert.Equal("no-own-ground", Assert.Single(sag.One("support-person-proposal", "2026-04-01").Defects).Id);
    }

    [Theory]
    [InlineData("support-person-contract", "2026-03-24")]
    [InlineData("support-person-start-meeting", "2026-04-10")]
    public void Contract_and_first_meeting_follow_the_grant_where_the_municipality_has_chosen_them(string duty, string due)
    {
        CaseBuilder sag = Placed().Granted("2026-03-10");

        Assert.Equal(Date(due), sag.One(duty, "2026-03-11").Due);
        Assert.DoesNotContain(sag.On("2026-03-11").Obligations, obligation => obligation.DutyId == duty);
        sag.Add(new SupportPersonContractSigned("mor", Date("2026-03-12"))).Add(new SupportPersonStartMeetingHeld("mor", Date("2026-03-12")));
        Assert.Equal(ObligationStatus.Met, sag.One(duty, "2026-05-01").Status);
    }

    [Fact]
    public void A_parent_with_a_support_person_is_asked_at_each_review_how_it_goes()
    {
        CaseBuilder sag = Placed().Granted("2026-04-01").Review("2026-06-01").Add(new SupportPersonUseNoted("mor", Date("2026-06-10"), true))
            .Add(new SupportPersonEnded("mor", Date("2026-08-01"))).Review("2026-11-01");

        Obligation asked = sag.One("support-person-use", "2026-12-01");
        Assert.Equal((Date("2026-06-15"), ObligationStatus.Met, "mor"), (asked.Due, asked.Status, asked.CustodyHolder));
    }

    [Fact]
    public void More_hours_than_granted_call_for_a_new_decision()
    {
        CaseBuilder sag = Placed().Granted("2026-04-01", hours: 6)
            .Add(new SupportPersonHoursReported("mor", Date("2026-05-04"), 6)).Add(new SupportPersonHoursReported("mor", Date("2026-06-01"), 9));

        Assert.Equal((Date("2026-06-15"), ObligationStatus.Pending), (sag.One("support-person-hours", "2026-06-02").Due, sag.One("support-person-hours", "2026-06-02").Status));
        Assert.Equal(ObligationStatus.Met, sag.Granted("2026-06-10", hours: 9).One("support-person-hours", "2026-06-20").Status);
    }

    [Fact]
    public void A_parent_who_asks_for_another_support_person_gets_one_within_14_days()
    {
        CaseBuilder sag = Placed().Granted("2026-04-01").Add(new SupportPersonChangeRequested("mor", Date("2026-05-04")));

        Assert.Equal(Date("2026-05-18"), sag.One("support-person-change", "2026-05-05").Due);
        Assert.Equal(ObligationStatus.MetLate, sag.Granted("2026-05-20").One("support-person-change", "2026-05-21").Status);
    }
}
