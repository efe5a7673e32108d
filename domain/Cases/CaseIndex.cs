using System.Runtime.InteropServices;

namespace Rettidig.Domain.Cases;

/// <summary>
/// What duties make of a case's facts to find their way in them. Each is made once, since duties ask at each occurrence: a
/// long case searched from its start each time would cost the square of its length.
/// </summary>
internal sealed class CaseIndex
{
    private readonly Dictionary<Delegate, object> made = [];

    /// <summary>What has been made to answer a question, or is made now.</summary>
    /// <param name="question">A static method or lambda, not a closure, so that it is the same each time.</param>
    /// <param name="from">What it is made from.</param>
    /// <param name="make">How.</param>
    public TMade Once<TFrom, TMade>(Delegate question, TFrom from, Func<TFrom, TMade> make)
        where TMade : class
    {
        lock (made)
        {
            if (!made.TryGetValue(question, out object? answer))
            {
                made[question] = answer = make(from);
            }

            return (TMade)answer;
        }
    }

    /// <summary>Those of some things that are about one, sorted out by what they are about once.</summary>
    /// <param name="things">All of them, in the order of the case.</param>
    /// <param name="what">What a thing is about; null where it does not count. Static, as above.</param>
    /// <param name="one">What is asked for.</param>
    public ReadOnlySpan<T> About<T>(IReadOnlyList<T> things, Func<T, string?> what, string? one)
    {
        if (one is null || things.Count == 0)
        {
            return [];
        }

        return CollectionsMarshal.AsSpan(Once(what, (things, what), static from => Sorted(from.things, from.what)).GetValueOrDefault(one));
    }

    private static Dictionary<string, List<T>> Sorted<T>(IReadOnlyList<T> things, Func<T, string?> what)
    {
        var sorted = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        for (int i = 0; i < things.Count; i++)
        {
            if (what(things[i]) is { } about)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(sorted, about, out _) ??= []).Add(things[i]);
            }
        }

        return sorted;
    }
}
