using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>
/// Invents placements: every type of event, told late, doubled, in any order, retracted and retracted again; several custody
/// holders and sites; days at the ends of months, leap days, and the two nights when the law changed.
/// </summary>
internal static class InventedCases
{
    private const int MostEvents = 60;

    private static readonly LocalDate[] Turns = [new(2016, 2, 29), new(2019, 12, 31), new(2020, 2, 29), new(2023, 12, 31), new(2024, 2, 29), new(2028, 2, 29), new(2036, 2, 29)];

    /// <summary>Cases; one that fails is made shorter before it is shown: by half, by a quarter, at last event by event.</summary>
    public static readonly Arbitrary<InventedCase> All =
        Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => Invent(new Random(seed))), Shorter);

    private static IEnumerable<InventedCase> Shorter(InventedCase invented)
    {
        for (int left = invented.Log.Count / 2; left > 0; left /= 2)
        {
            for (int from = 0; from < invented.Log.Count; from += left)
            {
                yield return new InventedCase([.. invented.Log.Take(from), .. invented.Log.Skip(from + left)]);
            }
        }
    }

    private static InventedCase Invent(Random dice)
    {
        LocalDate first = dice.Next(3) == 0 ? Turns[dice.Next(Turns.Length)].PlusDays(-dice.Next(400)) : new LocalDate(2015, 1, 1).PlusDays(dice.Next(365 * 25));
        var facts = new InventedFacts(dice, first, spanDays: 30 + dice.Next(1500));
        List<CaseEvent> log = [];
        void Add(Type type, LocalDate? day = null) => log.Add(Event(dice, log, facts.Make(type, day ?? facts.Day())));

        if (dice.Next(12) > 0)
        {
            Add(typeof(PlacementDecided), first);
        }

        if (dice.Next(12) > 0)
        {
            Add(typeof(PlacementStarted), first.PlusDays(dice.Next(40) - 5));
        }

        for (int left = dice.Next(MostEvents); left > 0; left--)
        {
            Add(facts.Type());
        }

        if (dice.Next(3) == 0)
        {
            Add(typeof(PlacementEnded));
        }

        return log.Count == 0 ? Invent(dice) : new InventedCase(log);
    }

    private static CaseEvent Event(Random dice, List<CaseEvent> log, Fact fact)
    {
        if (fact is EventRetracted retraction)
        {
            fact = retraction with { Retracts = $"e{dice.Next(log.Count + 3)}" };
        }

        LocalDate day = fact.Day ?? new LocalDate(2021, 1, 1);
        int recordedAfter = fact.MayLieAhead && dice.Next(2) == 0 ? -dice.Next(90) : dice.Next(3) == 0 ? dice.Next(60) : 0;
        Instant time = CopenhagenTime.InstantOf(day.PlusDays(recordedAfter), new LocalTime(dice.Next(24), dice.Next(60)));
        Duration late = dice.Next(3) > 0 ? Duration.FromMinutes(dice.Next(5)) : Duration.FromHours(dice.Next(24 * 45));
        return new CaseEvent(dice.Next(4) == 0 ? "urn:other" : "urn:test", $"e{log.Count}", "dk.rettidig.test.v1", CaseBuilder.Key, time, time.Plus(late), fact);
    }
}
