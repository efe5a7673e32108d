extern alias counted;

using counted::Rettidig.ReadCounts;

namespace Rettidig.Unit.Tests.Domain;

/// <summary>
/// A case grows for eighteen years and is looked at every day or so: ten times as many events may cost ten times as much, not
/// a hundred. Counted in facts read, which is the same on every machine. What is found by halving costs a little more in a
/// longer case, and twice as much for each event is still far from ten times as much.
/// </summary>
public sealed class LongCaseTests
{
    private const int Short = 1_000;
    private const int Long = 10_000;
    private const double Halving = 2;
    private const double ReadOnce = 0.1;

    [Theory]
    [InlineData(CaseKind.Everyday)]
    [InlineData(CaseKind.EveryType)]
    [InlineData(CaseKind.NothingMeets)]
    [InlineData(CaseKind.FewDays)]
    public void An_event_costs_no_duty_more_in_a_case_ten_times_as_long(CaseKind kind)
    {
        IReadOnlyDictionary<string, double> inShort = Reads.OfEachDuty(kind, Short), inLong = Reads.OfEachDuty(kind, Long);

        Assert.All(inLong, duty => Assert.True(
            duty.Value <= (Halving * inShort[duty.Key]) + ReadOnce,
            $"{duty.Key} reads {inShort[duty.Key]:F2} facts for each of {Short} events and {duty.Value:F2} for each of {Long}: let it look among those that concern it (domain/Rules/Among.cs)."));
    }

    [Theory]
    [InlineData(CaseKind.Everyday)]
    [InlineData(CaseKind.EveryType)]
    [InlineData(CaseKind.NothingMeets)]
    [InlineData(CaseKind.FewDays)]
    public void Nor_does_it_cost_the_whole_evaluation_more(CaseKind kind) =>
        Assert.InRange(Reads.OfAll(kind, Long), 1, Halving * Reads.OfAll(kind, Short));
}
