using System.Text.RegularExpressions;

namespace Rettidig.Contract.Tests.Published;

/// <summary>A type as a listing has it.</summary>
/// <param name="FullName">With namespace, outer types and type parameters.</param>
/// <param name="Kind">As in C#, without <c>public</c>: <c>sealed class</c>.</param>
/// <param name="Bases">The base class first, then interfaces.</param>
/// <param name="Attributes">What stands in brackets after the header.</param>
/// <param name="Members">In the order of the listing.</param>
internal sealed partial record PublishedType(string FullName, string Kind, IReadOnlyList<string> Bases, string Attributes, IReadOnlyList<PublishedMember> Members)
{
    /// <summary>The listings do not say that a class is a record, but a record has this.</summary>
    public bool IsRecord => Members.Any(member => member.Name == "EqualityContract");

    public IEnumerable<PublishedMember> Constructors => Members.Where(member => member.IsConstructor);

    public bool IsAttribute => Bases.Count > 0 && Bases[0].EndsWith("Attribute", StringComparison.Ordinal);

    /// <summary>All before the last dot that is not within type parameters: a namespace, or the outer type.</summary>
    public string Container => FullName[..LastDot];

    public string Name => FullName[(LastDot + 1)..];

    private int LastDot => (FullName.IndexOf('<', StringComparison.Ordinal) is > 0 and var generic ? FullName[..generic] : FullName).LastIndexOf('.');

    /// <param name="lines">A listing: each type's header, and its members after it.</param>
    public static IReadOnlyList<PublishedType> ReadAll(IEnumerable<string> lines)
    {
        ILookup<bool, string[]> split = lines.Where(line => line.Length > 0).Select(line => line.Split("::", 2)).ToLookup(parts => parts.Length == 2);
        ILookup<string, PublishedMember> members = split[true].ToLookup(parts => parts[0], parts => PublishedMember.Read(parts[1]), StringComparer.Ordinal);
        return [.. split[false].Select(parts => Header().Match(parts[0])).Select(header => Read(header, members))];
    }

    private static PublishedType Read(Match header, ILookup<string, PublishedMember> members)
    {
        string name = header.Groups["name"].Value;
        return new PublishedType(
            name, header.Groups["kind"].Value, [.. PublishedParameter.Split(header.Groups["bases"].Value)], header.Groups["attributes"].Value, [.. members[name]]);
    }

    [GeneratedRegex(@"^(?<name>\S.*?) \((?<kind>[a-z ]+?)(?: : (?<bases>.*?))?\)(?<attributes> \[.*)?$")]
    private static partial Regex Header();
}
