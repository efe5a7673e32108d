using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class SupportPersonDutyTests
{
    [Fact]
    public void A_support_person_is_offered_on_the_day_the_placement_starts()
    {
        Obligation offer = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").One("support-person-offer", "2026-03-12");

        Assert.Equal(Date("2026-03-10"), offer.Due);
        Assert.Equal("2026-03-10:mor", offer.Occurrence);
        Assert.Equal(ObligationStatus.Overdue, offer.Status);
        Assert.Equal(DutyKind.Statute, offer.Kind);
        Assert.Equal("barnets lov § 75", offer.Law);
    }

    [Fact]
    public void A_late_offer_is_no_breach_since_the_law_counts_no_days() =>
        Assert.False(new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Offered("2026-05-01").One("support-person-offer", "2026-06-01").Breach);

    [Fact]
    public void An_offer_made_before_the_start_counts() =>
        Assert.Equal(ObligationStatus.Met, new CaseBuilder().Decided("2026-03-02").Offered("2026-03-04").Started("2026-03-10").One("support-person-offer", "2026-03-12").Status);

    [Fact]
    public void Each_custody_holder_has_the_right_to_an_offer()
    {
        IReadOnlyList<Obligation> offers = new CaseBuilder().Decided("2026-03-02", holders: ["mor", "far"]).Started("2026-03-10").Offered("2026-03-10", "far").Of("support-person-offer", "2026-03-12");

        Assert.Equal([("far", ObligationStatus.Met), ("mor", ObligationStatus.Overdue)], offers.Select(offer => (offer.CustodyHolder!, offer.Status)));
    }

    [Fact]
    public void Who_gets_custody_later_is_offered_a_support_person_from_that_day()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Offered("2026-03-10").Add(new CustodyChanged(["mor", "far"], Date("2026-06-01")));

        Assert.Equal(["2026-03-10:mor", "2026-06-01:far"], sag.Of("support-person-offer", "2026-06-02").Select(offer => offer.Occurrence));
    }

    [Fact]
    public void Who_loses_custody_is_no_longer_owed_what_falls_due_later()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Offered("2026-03-10").Answered("2026-03-11", OfferAnswer.Declined)
            .Add(new CustodyChanged(["far"], Date("2026-03-20")));

        Assert.Empty(sag.Of("support-person-reoffer", "2026-03-21"));
    }

    [Fact]
    public void An_offer_is_answered_within_14_days() =>
        Assert.Equal(Date("2026-03-24"), new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Offered("2026-03-10").One("support-person-answer", "2026-03-12").Due);

    [Fact]
    public void A_new_offer_puts_an_unanswered_one_behind()
    {
        IReadOnlyList<Obligation> answers = new CaseBuilder().Decided("2026-03-02").Started("2026-03-10").Offered("2026-03-10").Offered("2026-04-10").Of("support-person-answer", "2026-04-11");

        Assert.Equal([ObligationStatus.MetLate, ObligationStatus.Pending], answers.Select(answer => answer.Status));
    }

    [Fact]
    public void A_declined_offer_is_renewed_after_one_month() =>
        Assert.Equal(
            Date("2026-02-28"),
            new CaseBuilder().Decided("2026-01-02").Started("2026-01-05").Offered("2026-01-05").Answered("2026-01-31", OfferAnswer.Declined).One("support-person-reoffer", "2026-02-01").Due);

    [Fact]
    public void After_an_emergency_a_declined_offer_is_renewed_after_14_days() =>
        Assert.Equal(
            Date("2026-02-14"),
            new CaseBuilder().Decided("2026-01-02", emergency: true).Started("2026-01-05").Answered("2026-01-31", OfferAnswer.Declined).One("support-person-reoffer", "2026-02-01").Due);

    [Fact]
    public void A_distressed_parent_is_asked_again_after_14_days() =>
        Assert.Equal(
            Date("2026-02-14"),
            new CaseBuilder().Decided("2026-01-02").Started("2026-01-05").Answered("2026-01-31", OfferAnswer.Declined, distressed: true).One("support-person-reoffer", "2026-02-01").Due);

    [Fact]
    public void The_offer_that_was_declined_does_not_close_its_own_renewal() =>
        Assert.Equal(
            ObligationStatus.Overdue,
            new CaseBuilder().Decided("2026-01-02").Started("2026-01-05").Offered("2026-01-31").Answered("2026-01-31", OfferAnswer.Declined).One("support-person-reoffer", "2026-03-01").Status);

    [Fact]
    public void When_the_support_person_stops_a_new_one_is_offered_within_a_month()
    {
        Obligation reoffer = new CaseBuilder().Decided("2026-01-02").Started("2026-01-05").Granted("2026-01-05").Add(new SupportPersonEnded("mor", Date("2026-06-30"))).One("support-person-reoffer", "2026-07-01");

        Assert.Equal(Date("2026-07-30"), reoffer.Due);
        Assert.Equal("støtteperson ophørt 30-06-2026 + 1 måned = 30-07-2026, god praksis efter barnets lov § 75", reoffer.Explanation);
    }

    [Fact]
    public void Two_refusals_on_one_day_are_two_occurrences() =>
        Assert.Equal(
            ["2026-01-31:mor", "2026-01-31:mor.2"],
            new CaseBuilder().Decided("2026-01-02").Started("2026-01-05").Answered("2026-01-31", OfferAnswer.Declined).Answered("2026-01-31", OfferAnswer.Declined)
                .Of("support-person-reoffer", "2026-02-01").Select(reoffer => reoffer.Occurrence));

    [Fact]
    public void A_support_person_is_granted_with_hours_within_14_days_of_the_yes()
    {
        CaseBuilder sag = new CaseBuilder().Decided("2026-01-02").Started("2026-01-05").Answered("2026-01-10", OfferAnswer.Accepted).Granted("2026-01-20", hours: 0);

        Assert.Equal((Date("2026-01-24"), ObligationStatus.Overdue), (sag.One("support-person-grant", "2026-01-25").Due, sag.One("support-person-grant", "2026-01-25").Status));
        Assert.Equal(ObligationStatus.MetLate, sag.Granted("2026-01-26", hours: 5).One("support-person-grant", "2026-01-27").Status);
    }
}
