using System.Reflection;
using NodaTime;
using Rettidig.Bench.Rules;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;
using Rettidig.Unit.Tests.Domain.Properties;

namespace Rettidig.ReadCounts;

/// <summary>Invented placements of eight years, with as many events as asked for.</summary>
internal static class LongCases
{
    private const int Days = 8 * 365;
    private const int DaysWhereFew = 20;

    private static readonly LocalDate First = new(2018, 2, 1);
    private static readonly string[] Holders = ["mor", "far", "vaerge"];

    private static readonly Type[] Types =
        [.. InventedFacts.Types.Except([typeof(PlacementDecided), typeof(PlacementStarted), typeof(PlacementEnded), typeof(EventRetracted)])];

    public static CaseFile File(CaseKind kind, int events)
    {
        var facts = new InventedFacts(new Random(7), First, Days);
        return kind == CaseKind.Everyday
            ? LongCase.File(events)
            : CaseFile.Fold(LongCase.Key, Enumerable.Range(0, events).Select(i => Event(kind, facts, i, events)));
    }

    private static CaseEvent Event(CaseKind kind, InventedFacts facts, int i, int events)
    {
        LocalDate day = First.PlusDays(i < 2 ? 0 : kind == CaseKind.FewDays ? Days / DaysWhereFew * (i * DaysWhereFew / events) : (int)((long)Days * i / events));
        Instant time = CopenhagenTime.InstantOf(day, new LocalTime(8 + (i % 9), i % 60));
        return new CaseEvent("urn:counted", $"e{i:D6}", "dk.rettidig.counted.v1", LongCase.Key, time, time, i switch
        {
            0 => new PlacementDecided(day, PlacementConsent.With, false, new LocalDate(2009, 8, 30), Holders[..2], "ab12", null, null),
            1 => new PlacementStarted(day, new PlacementSite("s0", SiteKind.FosterFamily, null)),
            _ when kind == CaseKind.NothingMeets => Alone(facts.Make(Types[i % Types.Length], day), i),
            _ => facts.Make(Types[i % Types.Length], day),
        });
    }

    /// <summary>The fact with a site, a meeting, a decision … that no other has. Parents are few in any case.</summary>
    private static Fact Alone(Fact fact, int i)
    {
        foreach (PropertyInfo property in fact.GetType().GetProperties().Where(property => property.CanWrite))
        {
            object? own = property switch
            {
                { Name: nameof(CustodyChanged.CustodyHolders) } => Holders,
                { Name: nameof(SupportPersonOffered.CustodyHolder) } => null,
                _ when property.PropertyType == typeof(string) => $"{property.Name}{i}",
                _ when property.PropertyType == typeof(PlacementSite) => new PlacementSite($"s{i}", SiteKind.FosterFamily, null),
                _ => null,
            };
            if (own is not null)
            {
                property.SetValue(fact, own);
            }
        }

        return fact;
    }
}
