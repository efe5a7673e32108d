using System.Text.RegularExpressions;

namespace Rettidig.Contract.Tests.Surface;

/// <summary>
/// Reads a listing of the public members of a real package. Left out of the comparison, since not every listing has
/// them: question marks of reference types, namespaces within a signature, constraints, attributes, and whether a
/// member is virtual.
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
        string[] bases = header.Groups["bases"].Value.Length == 0 ? [] : BaseSeparator().Split(Plain(header.Groups["bases"].Value));
        return PublicMember.Of($"{header.Groups["name"].Value} ({header.Groups["kind"].Value})", bases);
    }

    private static PublicMember Member(string type, string member)
    {
        string marked = string.Join("", KeptMarkers().Matches(member).Select(marker => " " + marker.Value));
        string bare = AllMarkers().Replace(member, "");
        bare = Constraints().Replace(bare, "").TrimEnd();
        Match property = Property().Match(bare);
        return property.Success
            ? PublicMember.Of($"{type}::{Plain(property.Groups["name"].Value)} : {Plain(property.Groups["type"].Value)}{marked}", Accessors(property.Groups["accessors"].Value))
            : PublicMember.Of($"{type}::{Plain(bare)}{marked}", []);
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

    private static string Plain(string text) => NullableName().Replace(Namespaces().Replace(text, ""), match =>
        TypeNames.ValueTypes.Contains(match.Groups[1].Value) ? match.Value : match.Groups[1].Value).Replace("]?", "]", StringComparison.Ordinal).Replace(">?", ">", StringComparison.Ordinal);

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

    [GeneratedRegex(@"(\w+)\?")]
    private static partial Regex NullableName();
}
