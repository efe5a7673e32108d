using System.Text.RegularExpressions;

namespace Rettidig.Contract.Tests.Surface;

/// <summary>
/// Reads a listing of the public members of a real package. Left out of the comparison: namespaces within a signature,
/// attributes other than their usage, and whether a member is virtual. Question marks of reference types and constraints
/// are compared apart, since not every listing has them.
/// </summary>
internal static partial class Listing
{
    public static IReadOnlyList<PublicMember> Read(IEnumerable<string> lines) => [.. lines.Where(line => line.Length > 0).Select(Read)];

    private static PublicMember Read(string line)
    {
        int separator = line.IndexOf("::", StringComparison.Ordinal);
        return separator < 0 ? Header(line) : Member(line[..separator], line[(separator + 2)..]);
    }

    private static PublicMember Header(string line)
    {
        Match header = TypeHeader().Match(line);
        string[] bases = header.Groups["bases"].Value.Length == 0 ? [] : BaseSeparator().Split(PublicMember.Unmarked(Short(header.Groups["bases"].Value)));
        string name = $"{header.Groups["name"].Value} ({header.Groups["kind"].Value})";
        return PublicMember.Of(name, bases, name + Usage().Match(line).Value);
    }

    private static PublicMember Member(string type, string member)
    {
        string marked = string.Join("", KeptMarkers().Matches(member).Select(marker => " " + marker.Value));
        string bare = AllMarkers().Replace(member, "");
        string constraints = string.Concat(Constraints().Matches(bare).Select(match => Short(match.Value.TrimEnd())));
        bare = Constraints().Replace(bare, "").TrimEnd();
        Match property = Property().Match(bare);
        return property.Success
            ? PublicMember.Of($"{type}::{Short(property.Groups["name"].Value)} : {Short(property.Groups["type"].Value)}{marked}", Accessors(property.Groups["accessors"].Value))
            : PublicMember.Of($"{type}::{Short(bare)}{marked}", [], $"{type}::{Short(bare)}{constraints}{marked}");
    }

    private static IEnumerable<string> Accessors(string accessors) =>
        accessors.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Aggregate(new List<string>(), (list, word) =>
            {
                // "(protected)" follows the accessor it is about.
                if (word.StartsWith('('))
                {
                    list[^1] += " " + word;
                }
                else
                {
                    list.Add(word);
                }

                return list;
            });

    private static string Short(string text) => NullableParameter().Replace(Namespaces().Replace(text, ""), "$1");

    [GeneratedRegex(@"^(?<name>\S.*?) \((?<kind>[a-z ]+?)(?: : (?<bases>.*?))?\)(?: \[.*)?$")]
    private static partial Regex TypeHeader();

    [GeneratedRegex(@", (?![^<]*>)")]
    private static partial Regex BaseSeparator();

    [GeneratedRegex(@"\[(static|protected|const)\]")]
    private static partial Regex KeptMarkers();

    [GeneratedRegex(@" \[[A-Za-z][^\[\]]*(\[[^\]]*\][^\[\]]*)*\](?=$| \[)")]
    private static partial Regex AllMarkers();

    [GeneratedRegex(@" where [A-Za-z]+ : .*$")]
    private static partial Regex Constraints();

    [GeneratedRegex(@"^(?<name>[^{(]+?) \{ (?<accessors>[^}]*) \} : (?<type>.*)$")]
    private static partial Regex Property();

    [GeneratedRegex(@"(?<![\w""])(?:[A-Za-z_]\w*\.)+(?=[A-Za-z_])")]
    private static partial Regex Namespaces();

    [GeneratedRegex(@"\b(T(?:[A-Z]\w*)?)\?")]
    private static partial Regex NullableParameter();

    [GeneratedRegex(@" \[Usage\([^\]]*\)\]")]
    private static partial Regex Usage();
}
