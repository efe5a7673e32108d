using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>Where the steps of an obligation may lie.</summary>
public class StepProperties
{
    [Fact]
    public void No_step_is_before_its_anchor() => EachObligation(300, (tried, day, obligation) =>
    {
        // Who turns 16 is known from the decision on, and reminded of half a year ahead.
        LocalDate from = RuleBook.MayMailExplanationOf(obligation.DutyId) ? obligation.AnchoredOn : LocalDate.Min(obligation.AnchoredOn, InventedCase.Fold(tried.KnownOn(day)).Decision!.Day);
        Assert.All(obligation.Steps, step => Assert.True(step.Day >= from, $"{step.Key} on {step.Day}"));
    });

    [Fact]
    public void No_step_is_before_its_facts_arrived_or_on_a_day_the_office_is_closed() => EachObligation(300, (tried, day, obligation) =>
        Assert.All(obligation.Steps, step =>
        {
            Assert.True(DanishCalendar.IsWorkingDay(step.Day), $"{step.Key} on {step.Day}");
            Assert.True(step.Day >= tried.First, $"{step.Key} on {step.Day}");
        }));

    [Fact]
    public void Steps_climb() => EachObligation(300, (_, _, obligation) =>
    {
        LocalDate[] ladder = [.. obligation.Steps.Where(step => step.Rank > 0).OrderBy(step => step.Rank).Select(step => step.Day)];
        Assert.Equal(ladder.Order(), ladder);
    });

    [Fact]
    public void A_closed_obligation_has_no_step_but_its_notice() => EachObligation(300, (_, _, obligation) =>
        Assert.True(obligation.IsOpen || obligation.Steps.All(step => step.Name == StepName.Notify), obligation.ToString()));

    [Fact]
    public void No_two_obligations_share_a_name_and_no_two_steps_a_key() => Property.Holds(300, tried =>
    {
        Agenda agenda = tried.On(tried.Part(3, 4));
        Assert.Distinct(agenda.Obligations.Select(Printed.Name));
        Assert.Distinct(agenda.Steps.Select(step => step.Key));
    });

    private static void EachObligation(int cases, Action<InventedCase, LocalDate, Obligation> holds) => Property.Holds(cases, tried =>
    {
        for (int part = 1; part <= 3; part++)
        {
            LocalDate day = tried.Part(part, 3);
            foreach (Obligation obligation in tried.On(day).Obligations)
            {
                holds(tried, day, obligation);
            }
        }
    });
}
