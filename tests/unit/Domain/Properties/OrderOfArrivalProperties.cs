using FsCheck.Fluent;
using NodaTime;
using Rettidig.Domain.Events;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>Events come late, doubled and in any order; the case they tell is one.</summary>
public class OrderOfArrivalProperties
{
    [Fact]
    public void Every_order_of_arrival_gives_the_same_case_file() =>
        Property.Holds(400, Shuffled, tried => Assert.Equal(Printed.File(InventedCase.Fold(tried.Case.Log)), Printed.File(InventedCase.Fold(tried.Shuffled))));

    [Fact]
    public void Every_order_of_arrival_gives_the_same_agenda() => Property.Holds(400, Shuffled, tried =>
    {
        LocalDate day = tried.Case.Part(2, 3);
        Assert.Equal(Printed.Agenda(tried.Case.WithAll(day)), Printed.Agenda(InventedCase.Evaluate(tried.Shuffled, day)));
    });

    [Fact]
    public void What_came_and_was_retracted_is_as_if_it_had_never_come() => Property.Holds(300, tried =>
    {
        CaseEvent[] mistakes = [.. tried.Log.Where((e, i) => i % 3 == 0 && !IsNamedByARetraction(tried, e))];
        CaseEvent[] undone = [.. mistakes.Select((e, i) => e with { Id = $"undo{i}", Fact = new Rettidig.Domain.Events.Facts.EventRetracted(e.Id, e.Day) })];

        Assert.Equal(Printed.File(InventedCase.Fold(tried.Log.Except(mistakes))), Printed.File(InventedCase.Fold([.. tried.Log, .. undone])));
    });

    private static bool IsNamedByARetraction(InventedCase tried, CaseEvent e) =>
        e.Fact is Rettidig.Domain.Events.Facts.EventRetracted || tried.Log.Any(other => other.Fact is Rettidig.Domain.Events.Facts.EventRetracted undo && undo.Retracts == e.Id);

    private static readonly FsCheck.Arbitrary<(InventedCase Case, CaseEvent[] Shuffled)> Shuffled =
        (from invented in InventedCases.All.Generator
         from order in Gen.Shuffle(invented.Log.Concat(invented.Log.Where((_, i) => i % 4 == 0)))
         select (invented, order.ToArray())).ToArbitrary();
}
