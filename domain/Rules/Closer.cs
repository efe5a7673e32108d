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

    /// <summary>The first fact of a type that counts for the occurrence, whenever it came. The case is read from its start: for what comes once.</summary>
    internal static Closer By<T>(string text, string closed, Func<Situation, Recorded<T>, bool> counts)
        where T : Fact => new(text, s => Closing.By(s.First(counts), closed));

    /// <summary>The first of those among which the occurrence looks, whenever it came.</summary>
    internal static Closer By<T>(string text, string closed, Among<T> among)
        where T : Fact => new(text, s => among(s) is [var first, ..] ? Closing.By(first, closed) : null);

    /// <summary>The first fact of a type on or after a day of the occurrence's own that counts; a long case is not read from its start.</summary>
    internal static Closer From<T>(string text, string closed, Func<Situation, LocalDate> day, Func<Situation, Recorded<T>, bool>? counts = null)
        where T : Fact => new(text, s => Closing.By(s.FirstFrom(day(s), s.File.Span<T>(), counts), closed));

    /// <summary>The first of those among which the occurrence looks on or after a day of its own.</summary>
    internal static Closer From<T>(string text, string closed, Func<Situation, LocalDate> day, Among<T> among)
        where T : Fact => new(text, s => Closing.By(s.FirstFrom(day(s), among(s)), closed));

    /// <summary>The first fact of a type on or after the anchor's day, where not each counts the first that does.</summary>
    internal static Closer Since<T>(string text, string closed, Func<Situation, Recorded<T>, bool>? counts = null)
        where T : Fact => Since<T>(text, closed, All<T>, counts);

    /// <summary>The first on or after the anchor's day of those among which the occurrence looks.</summary>
    internal static Closer Since<T>(string text, string closed, Among<T> among, Func<Situation, Recorded<T>, bool>? counts = null)
        where T : Fact => new(text, s => Closing.By(s.FirstFrom(s.Day, among(s), counts), closed));

    /// <summary>The first fact of a type after the anchor's own, where not each counts the first that does.</summary>
    internal static Closer After<T>(string text, string closed, Func<Situation, Recorded<T>, bool>? counts = null)
        where T : Fact => After<T>(text, closed, All<T>, counts);

    /// <summary>The first after the anchor's own of those among which the occurrence looks.</summary>
    internal static Closer After<T>(string text, string closed, Among<T> among, Func<Situation, Recorded<T>, bool>? counts = null)
        where T : Fact => new(text, s => Closing.By(s.FirstAfter(among(s), counts), closed));

    /// <summary>The fact that started it: there is nothing to wait for, only something to look at.</summary>
    internal static Closer Itself(string text, string closed) => new(text, s => new Closing(s.Day, closed, s.Anchor.Fact));

    private static ReadOnlySpan<Recorded<T>> All<T>(Situation s)
        where T : Fact => s.File.Span<T>();
}
