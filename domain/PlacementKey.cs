using System.Text.RegularExpressions;

namespace Rettidig.Domain;

/// <summary>One placement of one child: the municipality's three-digit code and the case system's own reference.</summary>
/// <param name="Municipality">Three digits, such as <c>101</c>.</param>
/// <param name="Placement">The case system's reference: <c>[A-Za-z0-9._-]{1,40}</c>, never a personal number.</param>
public readonly partial record struct PlacementKey(string Municipality, string Placement)
{
    /// <summary>As events and files name it: <c>101/P-7</c>.</summary>
    public string Subject => $"{Municipality}/{Placement}";

    /// <summary>As tables name it: <c>101:P-7</c>.</summary>
    public string Partition => $"{Municipality}:{Placement}";

    /// <summary>The durable instance that follows it: <c>placement:101:P-7</c>.</summary>
    public string InstanceId => $"placement:{Municipality}:{Placement}";

    /// <summary>Reads a subject or a partition.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static PlacementKey Parse(string text) =>
        TryParse(text, out PlacementKey key)
            ? key
            : throw new FormatException("Expected a placement as three digits, '/' or ':' and a reference of letters, digits, '.', '_' or '-' (at most 40).");

    /// <summary>Reads a subject or a partition; false where the text is neither.</summary>
    public static bool TryParse(string text, out PlacementKey key)
    {
        Match match = Form().Match(text);
        key = match.Success ? new PlacementKey(match.Groups[1].Value, match.Groups[2].Value) : default;
        return match.Success;
    }

    public override string ToString() => Subject;

    [GeneratedRegex(@"\A([0-9]{3})[/:]([A-Za-z0-9._-]{1,40})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
