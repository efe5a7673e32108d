using NodaTime;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Cases;

/// <summary>The events of one placement as they count: doubles once, retracted ones not at all.</summary>
internal static class EventLog
{
    /// <summary>The events that stand, in the order they were recorded.</summary>
    public static IReadOnlyList<CaseEvent> Standing(IEnumerable<CaseEvent> log)
    {
        CaseEvent[] recorded = [.. log.OrderBy(e => e.Time).ThenBy(e => e.Fact is EventRetracted).ThenBy(e => e.Source, StringComparer.Ordinal)
            .ThenBy(e => e.Id, StringComparer.Ordinal).ThenBy(e => e.ReceivedAt).DistinctBy(e => (e.Source, e.Id))];
        HashSet<(string, string)> undone = Undone(recorded);
        return [.. recorded.Where(e => e.Fact is not EventRetracted && !undone.Contains((e.Source, e.Id)))];
    }

    /// <summary>The newest retraction is looked at first, so that one that is itself retracted undoes nothing.</summary>
    private static HashSet<(string Source, string Id)> Undone(CaseEvent[] recorded)
    {
        var undone = new HashSet<(string, string)>();
        foreach (CaseEvent e in recorded.Reverse())
        {
            if (e.Fact is EventRetracted retraction && !undone.Contains((e.Source, e.Id)))
            {
                undone.Add((e.Source, retraction.Retracts));
            }
        }

        return undone;
    }

    /// <summary>For a fact that can be true only once: the one recorded last, then by source, then by id.</summary>
    public static CaseEvent? Last<T>(IEnumerable<CaseEvent> standing)
        where T : Fact => standing.LastOrDefault(e => e.Fact is T);

    /// <summary>When the first event of any kind reached us.</summary>
    public static Instant? FirstArrival(IEnumerable<CaseEvent> standing) => standing.Select(e => (Instant?)e.ReceivedAt).Min();
}
