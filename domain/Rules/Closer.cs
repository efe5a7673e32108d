using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;

namespace Rettidig.Domain.Rules;

/// <summary>One of the things that close a duty; the earliest counts.</summary>
/// <param name="Text">In Danish, after "lukkes, når": "opfølgningen er holdt".</param>
/// <param name="Find">What closed an occurrence; null while it is open.</param>
public sealed record Closer(string Text, Func<Situation, Closing?> Find)
{
    /// <summary>The first fact of a type, whenever it came.</summary>
    internal static Closer By<T>(string text, string closed)
        where T : Fact => new(text, s => s.File.Span<T>() is [var first, ..] ? Closing.By(first, closed) : null);

    /// <summary>The first fact of a type that counts for the occurrence.</summary>
    internal static Closer By<T>(string text, string closed, Func<Situation, Recorded<T>, bool> counts)
        where T : Fact => new(text, s => Closing.By(s.First(counts), closed));

    /// <summary>The first fact of a type on or after a day of the occurrence's own that counts; a long case is not read from its start.</summary>
    internal static Closer From<T>(string text, string closed, Func<Situation, LocalDate> day, Func<Situation, Recorded<T>, bool> counts)
        where T : Fact => new(text, s => Closing.By(s.FirstFrom(day(s), counts), closed));

    /// <summary>The first fact of a type on or after the anchor's day, where not each counts the first that does.</summary>
    internal static Closer Since<T>(string text, string closed, Func<Situation, Recorded<T>, bool>? counts = null)
        where T : Fact => new(text, s => Closing.By(s.FirstSince(counts ?? Any), closed));

    /// <summary>The first fact of a type after the anchor's own, where not each counts the first that does.</summary>
    internal static Closer After<T>(string text, string closed, Func<Situation, Recorded<T>, bool>? counts = null)
        where T : Fact => new(text, s => Closing.By(s.FirstAfter(counts ?? Any), closed));

    private static bool Any<T>(Situation s, Recorded<T> fact)
        where T : Fact => true;

    /// <summary>The fact that started it: there is nothing to wait for, only something to look at.</summary>
    internal static Closer Itself(string text, string closed) => new(text, s => new Closing(s.Day, closed, s.Anchor.Fact));
}
