using Rettidig.Domain.Events;

namespace Rettidig.Domain.Cases;

/// <summary>Turns events of one type into typed, ordered facts.</summary>
internal static class RecordedFacts
{
    private static readonly System.Reflection.MethodInfo SortTyped =
        typeof(RecordedFacts).GetMethod(nameof(SortOf), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, Func<IEnumerable<CaseEvent>, Array>> Sorters = new();

    public static Array Sort(IGrouping<Type, CaseEvent> events) =>
        Sorters.GetOrAdd(events.Key, type => SortTyped.MakeGenericMethod(type).CreateDelegate<Func<IEnumerable<CaseEvent>, Array>>())(events);

    private static Array SortOf<T>(IEnumerable<CaseEvent> events)
        where T : Fact
    {
        Recorded<T>[] recorded = [.. events.Select(e => new Recorded<T>((T)e.Fact, e.Day, e.Time, e.ReceivedAt, e.Source, e.Id, e.Type))];
        Array.Sort(recorded, CaseOrder.Compare);
        return recorded;
    }
}
