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

    extension<T>(ReadOnlySpan<T> facts)
        where T : class, IRecorded
    {
        /// <summary>The first of the facts on or after a day.</summary>
        public T? OnOrAfter(LocalDate day) => FirstOn(facts, day) is var i && i < facts.Length ? facts[i] : null;

        /// <summary>The last of them on or before a day.</summary>
        public T? OnOrBefore(LocalDate day) => First(facts, day, static (fact, by) => fact.Day > by) is var i and > 0 ? facts[i - 1] : null;

        /// <summary>The first of them after another fact.</summary>
        public T? After(IRecorded other) => FirstAfter(facts, other) is var i && i < facts.Length ? facts[i] : null;

        /// <summary>The last of them before another fact.</summary>
        public T? Before(IRecorded other) => At(facts, other) is var i and > 0 ? facts[i - 1] : null;
    }

    /// <summary>Two lists as one; each is in the order of the case already.</summary>
    public static IEnumerable<T> Merged<T>(IEnumerable<T> first, IEnumerable<T> second, Func<T, IRecorded> of)
    {
        using IEnumerator<T> others = second.GetEnumerator();
        bool more = others.MoveNext();
        foreach (T one in first)
        {
            for (; more && Compare(of(others.Current), of(one)) < 0; more = others.MoveNext())
            {
                yield return others.Current;
            }

            yield return one;
        }

        for (; more; more = others.MoveNext())
        {
            yield return others.Current;
        }
    }

    /// <summary>The first that is there, in an order in which each after it is there too. By halving: a long case asks for each occurrence.</summary>
    public static int First<T, TFrom>(ReadOnlySpan<T> facts, TFrom from, Func<T, TFrom, bool> isThere)
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
