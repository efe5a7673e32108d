using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Domain;

public class ReviewDutyTests
{
    private static CaseBuilder Placed(string on = "2026-03-10", bool consent = true, bool emergency = false) => new CaseBuilder().Decided(on, consent, emergency).Started(on);

    [Fact]
    public void The_first_review_is_held_within_three_months_of_the_start()
    {
        Obligation review = Placed("2026-11-30").One("first-review", "2026-12-01");

        Assert.Equal((Date("2027-02-28"), Term.Statutory), (review.Due, review.Term));
        Assert.Equal("iværksat 30-11-2026 + 3 måneder = 28-02-2027, barnets lov § 95", review.Explanation);
    }

    [Fact]
    public void A_review_one_day_late_is_a_breach()
    {
        Obligation review = Placed().Review("2026-06-11").One("first-review", "2026-06-12");

        Assert.Equal((ObligationStatus.MetLate, true), (review.Status, review.Breach));
        Assert.Equal("iværksat 10-03-2026 + 3 måneder = 10-06-2026, barnets lov § 95; opfølgning afholdt 11-06-2026, 1 dag for sent", review.Explanation);
    }

    [Fact]
    public void An_examination_finished_earlier_brings_the_first_review_forward()
    {
        CaseBuilder sag = Placed().Add(new AssessmentCompleted(Date("2026-03-09"))).Add(new AssessmentCompleted(Date("2026-05-04")));

        Assert.Equal(Date("2026-05-04"), sag.One("first-review", "2026-05-05").Due);
        Assert.Equal("undersøgelse afsluttet 04-05-2026, før iværksat 10-03-2026 + 3 måneder = 10-06-2026, barnets lov § 95", sag.One("first-review", "2026-05-05").Explanation);
    }

    [Theory]
    [InlineData("2026-03-10", false, false)] // without consent and no emergency
    [InlineData("2022-03-10", true, true)] // serviceloven
    public void Where_the_law_does_not_say_so_an_examination_brings_nothing_forward(string start, bool consent, bool emergency) =>
        Assert.Equal(Date(start).PlusMonths(3), Placed(start, consent, emergency).Add(new AssessmentCompleted(Date(start).PlusDays(20))).One("first-review", start).Due);

    [Fact]
    public void Under_serviceloven_the_next_review_follows_within_six_months_of_the_last()
    {
        Obligation next = Placed("2021-01-04").Review("2021-03-31").One("next-review", "2021-04-01");

        Assert.Equal((Date("2021-09-30"), Term.Statutory, "serviceloven § 70, stk. 1"), (next.Due, next.Term, next.Law));
    }

    [Fact]
    public void Six_months_from_31_August_end_with_February_and_the_next_six_count_from_the_day_it_was_held() =>
        Assert.Equal([Date("2022-02-28"), Date("2022-08-28")], Placed("2021-05-31").Review("2021-08-31").Review("2022-02-28").Of("next-review", "2022-03-01").Select(next => next.Due));

    [Fact]
    public void A_review_due_by_the_old_six_months_stays_due_then_and_sets_the_new_rhythm()
    {
        CaseBuilder sag = Placed("2023-06-01").Review("2023-08-15").Review("2024-02-10", next: "2024-11-01");

        Assert.Equal([(Date("2024-02-15"), "serviceloven § 70, stk. 1"), (Date("2024-11-01"), "barnets lov § 95")], sag.Of("next-review", "2024-03-01").Select(next => (next.Due, next.Law)));
    }

    [Fact]
    public void Under_barnets_lov_the_case_decides_its_own_rhythm()
    {
        Obligation next = Placed().Review("2026-06-01", next: "2027-02-01").One("next-review", "2026-06-02");

        Assert.Equal((Date("2027-02-01"), Term.Statutory), (next.Due, next.Term));
        Assert.Empty(next.Defects);
    }

    [Fact]
    public void Without_a_decided_rhythm_six_months_stand_in_and_the_lack_is_said()
    {
        Obligation next = Placed().Review("2026-06-01").One("next-review", "2026-12-05");

        Assert.Equal((Date("2026-12-01"), Term.Municipal, false), (next.Due, next.Term, next.Breach));
        Assert.Equal("rhythm-not-decided", Assert.Single(next.Defects).Id);
    }

    [Fact]
    public void A_later_decision_moves_the_next_review() =>
        Assert.Equal(Date("2027-04-01"), Placed().Review("2026-06-01", next: "2027-02-01").Rhythm("2026-09-01", "2027-04-01").One("next-review", "2026-09-02").Due);

    [Fact]
    public void A_decision_after_the_date_has_passed_does_not_heal_it()
    {
        Obligation next = Placed().Review("2026-06-01", next: "2026-10-01").Rhythm("2026-10-02", "2027-04-01").One("next-review", "2026-10-05");

        Assert.Equal((Date("2026-10-01"), ObligationStatus.Overdue, true), (next.Due, next.Status, next.Breach));
    }

    [Fact]
    public void A_review_rests_on_a_visit_and_on_contact_with_the_custody_holder()
    {
        Obligation basis = Placed().Visit("2026-05-20").Review("2026-06-01", contact: CustodyHolderContact.Attempted).One("review-basis", "2026-06-02");
        Assert.Equal((ObligationStatus.Met, false), (basis.Status, basis.Breach));

        Obligation lacking = Placed().Review("2026-06-01", contact: CustodyHolderContact.NotContacted).One("review-basis", "2026-06-02");
        Assert.Equal((ObligationStatus.MetWithDefects, true), (lacking.Status, lacking.Breach));
        Assert.Equal(["no-visit", "no-contact"], lacking.Defects.Select(defect => defect.Id));
    }

    [Fact]
    public void The_visit_before_the_last_review_does_not_carry_the_next()
    {
        IReadOnlyList<Obligation> basis = Placed().Visit("2026-05-20").Review("2026-06-01").Review("2026-11-01").Of("review-basis", "2026-11-02");

        Assert.Equal([ObligationStatus.Met, ObligationStatus.MetWithDefects], basis.Select(b => b.Status));
    }

    [Fact]
    public void A_review_without_its_basis_is_still_held_in_time() =>
        Assert.Equal(ObligationStatus.Met, Placed().Review("2026-06-01", contact: CustodyHolderContact.NotContacted).One("first-review", "2026-06-02").Status);

    [Fact]
    public void A_plan_that_needs_revision_is_revised_within_a_month()
    {
        CaseBuilder sag = Placed().Plan("2026-04-01").Revised("2026-05-01", 2).Review("2026-06-01", revise: true);

        Assert.Equal((Date("2026-07-01"), ObligationStatus.Pending), (sag.One("plan-revision", "2026-06-02").Due, sag.One("plan-revision", "2026-06-02").Status));
        Assert.Equal(ObligationStatus.Met, sag.Revised("2026-06-20", 3).One("plan-revision", "2026-06-21").Status);
        Assert.Empty(Placed().Review("2026-06-01").Of("plan-revision", "2026-06-02"));
    }
}
