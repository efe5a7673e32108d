using System.Text.RegularExpressions;

namespace Rettidig.Contract.Tests.Surface;

/// <summary>A line of a listing, taken apart so far as it is compared.</summary>
/// <param name="Signature">What must be the same.</param>
/// <param name="Exact">With question marks of reference types, constraints and the usage of attributes, where the listing has them.</param>
/// <param name="Parts">What may be a part of theirs: the accessors of a property, the bases of a type.</param>
/// <param name="Shown">For the report.</param>
internal sealed partial record PublicMember(string Signature, string Exact, IReadOnlySet<string> Parts, string Shown)
{
    /// <param name="signature">With question marks.</param>
    /// <param name="parts">What may be a part of theirs.</param>
    /// <param name="exact">The signature with more, where there is more.</param>
    public static PublicMember Of(string signature, IEnumerable<string> parts, string? exact = null)
    {
        var set = parts.ToHashSet(StringComparer.Ordinal);
        string shown = exact ?? signature;
        return new PublicMember(
            Unmarked(signature), exact ?? signature, set, set.Count == 0 ? shown : $"{shown} {{ {string.Join("; ", set.Order(StringComparer.Ordinal))} }}");
    }

    /// <summary>Without the question marks of reference types.</summary>
    public static string Unmarked(string text) => NullableName().Replace(text, match =>
        TypeNames.ValueTypes.Contains(match.Groups[1].Value) ? match.Value : match.Groups[1].Value).Replace("]?", "]", StringComparison.Ordinal).Replace(">?", ">", StringComparison.Ordinal);

    /// <summary>A property that only reads is a part of one that also writes, and <c>init</c> of <c>set</c>.</summary>
    public bool IsPartOf(PublicMember theirs) =>
        Parts.All(part => theirs.Parts.Contains(part) || (part == "init" && theirs.Parts.Contains("set")));

    [GeneratedRegex(@"(\w+)\?")]
    private static partial Regex NullableName();
}
