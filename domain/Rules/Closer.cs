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
        where T : Fact => new(text, s => Closing.By(s.First<T>(_ => true), closed));

    /// <summary>The first fact of a type that counts for the occurrence.</summary>
    internal static Closer By<T>(string text, string closed, Func<Situation, Recorded<T>, bool> counts)
        where T : Fact => new(text, s => Closing.By(s.First<T>(fact => counts(s, fact)), closed));

    /// <summary>The first fact of a type on or after the anchor's day.</summary>
    internal static Closer Since<T>(string text, string closed)
        where T : Fact => By<T>(text, closed, (s, fact) => fact.Day >= s.Day);

    /// <summary>The first fact of a type after the anchor's own.</summary>
    internal static Closer After<T>(string text, string closed)
        where T : Fact => By<T>(text, closed, (s, fact) => s.IsAfterAnchor(fact));

    /// <summary>The fact that started it: there is nothing to wait for, only something to look at.</summary>
    internal static Closer Itself(string text, string closed) => new(text, s => new Closing(s.Day, closed, s.Anchor.Fact));
}
