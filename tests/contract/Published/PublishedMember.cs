using System.Text.RegularExpressions;

namespace Rettidig.Contract.Tests.Published;

/// <summary>A member as a listing has it, taken apart so far that C# can be written of it.</summary>
/// <param name="Name">With type parameters: <c>Create&lt;T&gt;</c>.</param>
/// <param name="Type">What it is, returns or holds; null for a constructor and a value of an enum.</param>
/// <param name="Parameters">Of a method, a constructor or an indexer, else null.</param>
/// <param name="Accessors">Of a property: <c>get; set;</c>.</param>
/// <param name="Value">Of a constant.</param>
/// <param name="Constraints">As in C#: <c> where T : class</c>.</param>
/// <param name="Markers">What stands in brackets at the end.</param>
internal sealed partial record PublishedMember(
    string Name, string? Type, IReadOnlyList<PublishedParameter>? Parameters, string? Accessors, string? Value, string Constraints, IReadOnlyList<string> Markers)
{
    public bool IsConstructor => Name == ".ctor";

    public bool IsEvent { get; private init; }

    /// <param name="text">What follows the <c>::</c> of a line.</param>
    public static PublishedMember Read(string text)
    {
        string[] markers = [.. MarkersAtEnd().Matches(text).Select(marker => marker.Value.Trim()[1..^1])];
        string bare = MarkersAtEnd().Replace(text, "");
        string constraints = ConstraintsAtEnd().Match(bare).Value;
        Match form = Form().Match(bare[..^constraints.Length]);
        return form.Success
            ? new PublishedMember(form.Groups["name"].Value, Found(form, "type"), Parameter(form), Found(form, "accessors"), Found(form, "value"), constraints, markers) { IsEvent = form.Groups["event"].Success }
            : throw new FormatException($"This line of a listing is not understood: {text}");
    }

    public bool Has(string marker) => Markers.Contains(marker);

    private static string? Found(Match form, string group) => form.Groups[group].Success ? form.Groups[group].Value : null;

    private static IReadOnlyList<PublishedParameter>? Parameter(Match form) => Found(form, "parameters") is { } list ? PublishedParameter.ReadAll(list) : null;

    [GeneratedRegex(@" \[[A-Za-z][^\[\]]*(\[[^\]]*\][^\[\]]*)*\](?=$| \[)")]
    private static partial Regex MarkersAtEnd();

    [GeneratedRegex(@" where [A-Za-z]+ : .*$")]
    private static partial Regex ConstraintsAtEnd();

    /// <summary>An event; an indexer or property; a method or constructor; a field; a value of an enum.</summary>
    [GeneratedRegex("""
        ^(?:(?<event>event\ )(?<name>\w+)\ :\ (?<type>.+)
        |(?<name>\w+)(?:\[(?<parameters>[^\]]+)\])?\ \{\ (?<accessors>[^}]*)\ \}\ :\ (?<type>.+)
        |(?<name>\.?\w+(?:<[^(]+>)?)\((?<parameters>.*)\)(?:\ :\ (?<type>.+))?
        |(?<name>\w+)\ :\ (?<type>[^=]+?)(?:\ =\ (?<value>.+))?
        |(?<name>\w+)\ =\ (?<value>-?\d+))$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Form();
}
