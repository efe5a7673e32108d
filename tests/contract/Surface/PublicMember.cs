namespace Rettidig.Contract.Tests.Surface;

/// <summary>A line of a listing, taken apart so far as it is compared.</summary>
/// <param name="Signature">What must be the same.</param>
/// <param name="Parts">What may be a part of theirs: the accessors of a property, the bases of a type.</param>
/// <param name="Shown">For the report.</param>
internal sealed record PublicMember(string Signature, IReadOnlySet<string> Parts, string Shown)
{
    public static PublicMember Of(string signature, IEnumerable<string> parts)
    {
        var set = parts.ToHashSet(StringComparer.Ordinal);
        return new PublicMember(signature, set, set.Count == 0 ? signature : $"{signature} {{ {string.Join("; ", set.Order(StringComparer.Ordinal))} }}");
    }

    /// <summary>A property that only reads is a part of one that also writes, and <c>init</c> of <c>set</c>.</summary>
    public bool IsPartOf(PublicMember theirs) =>
        Parts.All(part => theirs.Parts.Contains(part) || (part == "init" && theirs.Parts.Contains("set")));
}
