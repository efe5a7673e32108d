using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;
using Rettidig.Unit.Tests.Domain;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Settings;

/// <summary>What a municipality's own terms do to what is due.</summary>
public sealed class ChosenTermTests
{
    private static CaseBuilder Placed => new CaseBuilder().Decided("2026-03-02").Started("2026-03-10");

    private static Obligation One(CaseBuilder sag, string duty, string today, string settings) =>
        Assert.Single(sag.On(today, MunicipalRules.Parse(settings, "x")).Obligations, obligation => obligation.DutyId == duty);

    [Fact]
    public void A_municipal_term_is_the_one_the_municipality_has_chosen()
    {
        Obligation answer = One(Placed.Offered("2026-03-10"), "support-person-answer", "2026-03-11", """{"terms": {"support-person-answer": {"days": 7}}}""");

        Assert.Equal((Date("2026-03-17"), Term.Municipal), (answer.Due, answer.Term));
        Assert.StartsWith("tilbudt 10-03-2026 + 7 dage = 17-03-2026", answer.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_counts_where_it_is_meant_for_and_nowhere_else()
    {
        const string Settings = """{"terms": {"support-person-reoffer.distressed": {"workingDays": 3}}}""";
        CaseBuilder distressed = Placed.Answered("2026-03-13", OfferAnswer.Declined, distressed: true);
        CaseBuilder calm = Placed.Answered("2026-03-13", OfferAnswer.Declined);

        Assert.Equal(Date("2026-03-18"), One(distressed, "support-person-reoffer", "2026-03-14", Settings).Due);
        Assert.Equal(Date("2026-04-13"), One(calm, "support-person-reoffer", "2026-03-14", Settings).Due);
    }

    [Fact]
    public void A_shorter_term_than_the_laws_is_the_municipalitys_own_and_breaks_no_law()
    {
        const string Settings = """{"terms": {"first-review": {"months": 2}}}""";
        Obligation open = One(Placed, "first-review", "2026-05-20", Settings);

        Assert.Equal((Date("2026-05-10"), Term.Municipal, Date("2026-06-10")), (open.Due, open.Term, open.LawDue));
        Assert.Equal((ObligationStatus.Overdue, false), (open.Status, open.Breach));
        Assert.Contains("kommunens egen frist; lovens er 10-06-2026", open.Explanation, StringComparison.Ordinal);

        Obligation late = One(Placed.Review("2026-05-28"), "first-review", "2026-06-20", Settings);
        Assert.Equal((ObligationStatus.MetLate, false), (late.Status, late.Breach));
    }

    [Fact]
    public void The_law_is_broken_by_its_own_day_whatever_the_municipality_has_chosen()
    {
        const string Settings = """{"terms": {"first-review": {"months": 2}}}""";

        Assert.False(One(Placed, "first-review", "2026-06-10", Settings).Breach);
        Assert.True(One(Placed, "first-review", "2026-06-11", Settings).Breach);
        Assert.True(One(Placed.Review("2026-06-11"), "first-review", "2026-07-01", Settings).Breach);
        Assert.False(One(Placed.Ended("2026-06-09"), "first-review", "2026-07-01", Settings).Breach);
    }

    [Fact]
    public void A_case_is_looked_at_again_the_day_the_law_is_broken()
    {
        Agenda agenda = Placed.On("2026-06-09", MunicipalRules.Parse("""{"terms": {"first-review": {"months": 2}}}""", "x"));

        Assert.True(agenda.NextChange <= Date("2026-06-11"));
    }

    [Fact]
    public void A_date_decided_for_the_child_stands_whatever_the_municipality_has_chosen()
    {
        const string Settings = """{"terms": {"next-review": {"months": 4}}}""";

        Assert.Equal(Date("2026-12-01"), One(Placed.Review("2026-06-01", next: "2026-12-01"), "next-review", "2026-06-02", Settings).Due);
        Assert.Equal(Date("2026-10-01"), One(Placed.Review("2026-06-01"), "next-review", "2026-06-02", Settings).Due);
    }

    [Fact]
    public void A_meeting_is_reminded_of_as_many_days_ahead_as_chosen()
    {
        CaseBuilder sag = Placed.Add(new MeetingBooked("M-1", At("2026-04-20 13:00"), true), "2026-03-12 10:00");

        Assert.Equal(Date("2026-04-13"), One(sag, "meeting-reminder", "2026-03-13", """{"terms": {"meeting-reminder": {"weeks": 1}}}""").Due);
    }

    [Fact]
    public void A_duty_that_is_turned_off_is_not_in_the_agenda()
    {
        Agenda agenda = Placed.On("2026-03-20", MunicipalRules.Parse("""{"duties": {"grief-support": false}}""", "x"));

        Assert.DoesNotContain(agenda.Obligations, obligation => obligation.DutyId == "grief-support");
        Assert.DoesNotContain(agenda.Steps, step => step.DutyId == "grief-support");
    }
}
