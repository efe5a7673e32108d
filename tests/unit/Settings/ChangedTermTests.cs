using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Rules;
using Rettidig.Domain.Rules.Settings;
using Rettidig.Unit.Tests.Domain;
using static Rettidig.Unit.Tests.Domain.CaseBuilder;

namespace Rettidig.Unit.Tests.Settings;

/// <summary>A municipality changes a term while cases run: from 14 days to 7 at noon on 20 March 2026.</summary>
public sealed class ChangedTermTests
{
    private const string Duty = "support-person-answer";

    private static readonly RuleBook Shortened = Changed("{}", """{"terms": {"support-person-answer": {"days": 7}}}""");
    private static readonly RuleBook Lengthened = Changed("{}", """{"terms": {"support-person-answer": {"days": 30}}}""");

    private static CaseBuilder Offered(string on) => new CaseBuilder().Decided("2026-03-02").Started("2026-03-02").Offered(on);

    private static RuleBook Changed(string before, string after) => new(
    [
        new RulesInForce(At("2026-01-01 12:00"), MunicipalRules.Parse(before, "x")),
        new RulesInForce(At("2026-03-20 12:00"), MunicipalRules.Parse(after, "x")),
    ]);

    private static Obligation Answer(RuleBook book, CaseBuilder sag, string today) =>
        Assert.Single(book.Evaluate(sag.Fold(), Date(today)).Obligations, obligation => obligation.DutyId == Duty);

    [Fact]
    public void What_is_open_has_the_new_term()
    {
        Obligation answer = Answer(Shortened, Offered("2026-03-18"), "2026-03-20");

        Assert.Equal((Date("2026-03-25"), ObligationStatus.Pending), (answer.Due, answer.Status));
    }

    [Fact]
    public void What_was_met_in_time_stays_met_and_says_which_term_it_is_judged_by()
    {
        CaseBuilder sag = Offered("2026-03-06").Answered("2026-03-18", OfferAnswer.Accepted);

        Obligation answer = Answer(Shortened, sag, "2026-04-30");

        Assert.Equal((ObligationStatus.Met, Date("2026-03-20")), (answer.Status, answer.Due));
        Assert.Contains("(fristen på det tidspunkt; med den, der gælder fra 20-03-2026: 13-03-2026)", answer.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_late_stays_late_when_the_term_is_lengthened()
    {
        CaseBuilder sag = Offered("2026-03-03").Answered("2026-03-19", OfferAnswer.Accepted);

        Assert.Equal(ObligationStatus.MetLate, Answer(Lengthened, sag, "2026-04-30").Status);
    }

    [Fact]
    public void What_is_closed_after_the_change_is_judged_by_the_new_term()
    {
        CaseBuilder sag = Offered("2026-03-18").Answered("2026-03-27", OfferAnswer.Accepted);

        Assert.Equal(ObligationStatus.MetLate, Answer(Shortened, sag, "2026-04-30").Status);
    }

    [Fact]
    public void A_due_day_that_the_change_moved_into_the_past_is_told_the_caseworker_before_the_leader()
    {
        // By the new term due Friday 13 March; changed Friday 20 March at noon.
        Obligation answer = Answer(Shortened, Offered("2026-03-06"), "2026-03-20");

        Assert.Equal(ObligationStatus.Overdue, answer.Status);
        Assert.Equal(Date("2026-03-23"), answer.Steps.Single(step => step.Name == StepName.Due).Day);
        Assert.All(answer.Steps.Where(step => step.Name == StepName.Overdue), step => Assert.Equal(Date("2026-03-24"), step.Day));
    }

    [Fact]
    public void Steps_of_what_the_change_did_not_move_stay_where_they_are()
    {
        Assert.Equal(
            new RuleBook(MunicipalRules.Default).Evaluate(Offered("2026-03-06").Fold(), Date("2026-03-20")).Steps.Where(step => step.DutyId != Duty),
            Shortened.Evaluate(Offered("2026-03-06").Fold(), Date("2026-03-20")).Steps.Where(step => step.DutyId != Duty));
    }

    [Fact]
    public void A_duty_turned_on_again_is_reminded_of_from_then_on()
    {
        RuleBook book = Changed("""{"duties": {"grief-support": false}}""", "{}");
        Agenda agenda = book.Evaluate(Offered("2026-03-06").Fold(), Date("2026-03-20"));

        Step[] steps = [.. agenda.Steps.Where(step => step.DutyId == "grief-support")];
        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.True(step.Day >= Date("2026-03-23"), step.Key));
    }

    [Fact]
    public void A_term_changed_twice_judges_each_by_the_one_of_its_day()
    {
        var book = new RuleBook(
        [
            new RulesInForce(At("2026-01-01 12:00"), MunicipalRules.Default),
            new RulesInForce(At("2026-03-20 12:00"), MunicipalRules.Parse("""{"terms": {"support-person-answer": {"days": 3}}}""", "x")),
            new RulesInForce(At("2026-04-20 12:00"), MunicipalRules.Parse("""{"terms": {"support-person-answer": {"days": 10}}}""", "x")),
        ]);
        const OfferAnswer Accepted = OfferAnswer.Accepted;

        Assert.Equal(ObligationStatus.Met, Answer(book, Offered("2026-03-02").Answered("2026-03-12", Accepted), "2026-06-01").Status);
        Assert.Equal(ObligationStatus.MetLate, Answer(book, Offered("2026-04-02").Answered("2026-04-09", Accepted), "2026-06-01").Status);
        Assert.Equal(ObligationStatus.Met, Answer(book, Offered("2026-05-02").Answered("2026-05-12", Accepted), "2026-06-01").Status);
    }
}
