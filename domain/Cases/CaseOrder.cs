using NodaTime;

namespace Rettidig.Domain.Cases;

/// <summary>The order of facts in a case. It rests on what the facts say, never on the order they arrived in.</summary>
internal static class CaseOrder
{
    public static readonly IComparer<IRecorded> Comparer = Comparer<IRecorded>.Create(Compare);

    public static int Compare(IRecorded a, IRecorded b)
    {
        int byDay = a.Day.CompareTo(b.Day);
        int byTime = byDay != 0 ? byDay : a.Time.CompareTo(b.Time);
        int bySource = byTime != 0 ? byTime : string.CompareOrdinal(a.Source, b.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(a.Id, b.Id);
    }

    /// <summary>Where the facts of a day or a later one begin.</summary>
    public static int FirstOn<T>(ReadOnlySpan<T> facts, LocalDate day)
        where T : IRecorded => First(facts, day, static (fact, from) => fact.Day >= from);

    /// <summary>Where the facts after another one begin.</summary>
    public static int FirstAfter<T>(ReadOnlySpan<T> facts, IRecorded other)
        where T : IRecorded => First(facts, other, static (fact, before) => Compare(fact, before) > 0);

    /// <summary>Where a fact stands, or would.</summary>
    public static int At<T>(ReadOnlySpan<T> facts, IRecorded itself)
        where T : IRecorded => First(facts, itself, static (fact, it) => Compare(fact, it) >= 0);

    /// <summary>Where the thing made of a fact stands, or would.</summary>
    public static int At<T>(ReadOnlySpan<T> things, IRecorded fact, Func<T, IRecorded> of) =>
        First(things, (fact, of), static (thing, it) => Compare(it.of(thing), it.fact) >= 0);

    /// <summary>Where the things made of facts after another one begin.</summary>
    public static int FirstAfter<T>(ReadOnlySpan<T> things, IRecorded fact, Func<T, IRecorded> of) =>
        First(things, (fact, of), static (thing, before) => Compare(before.of(thing), before.fact) > 0);

    /// <summary>By halving: a long case asks for each occurrence.</summary>
    private static int First<T, TFrom>(ReadOnlySpan<T> facts, TFrom from, Func<T, TFrom, bool> isThere)
    {
        int low = 0, high = facts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = isThere(facts[middle], from) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
