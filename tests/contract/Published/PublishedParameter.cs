namespace Rettidig.Contract.Tests.Published;

/// <summary>A parameter as a listing has it.</summary>
/// <param name="Modifier"><c>this</c>, <c>out</c>, <c>ref</c>, <c>in</c> or <c>params</c>, with a space after it, or nothing.</param>
/// <param name="Type">As in C#.</param>
/// <param name="Name">As in C#.</param>
/// <param name="Default">The value it has when it is left out.</param>
internal sealed record PublishedParameter(string Modifier, string Type, string Name, string? Default)
{
    private static readonly string[] Modifiers = ["this ", "out ", "ref ", "in ", "params "];

    public static IReadOnlyList<PublishedParameter> ReadAll(string list) => [.. Split(list).Select(Read)];

    /// <summary>At the commas that stand in no brackets and in no text.</summary>
    public static IEnumerable<string> Split(string list)
    {
        int start = 0;
        int depth = 0;
        bool quoted = false;
        for (int i = 0; i < list.Length; i++)
        {
            quoted ^= list[i] == '"';
            depth += quoted ? 0 : list[i] is '<' or '(' or '[' ? 1 : list[i] is '>' or ')' or ']' ? -1 : 0;
            if (list[i] == ',' && depth == 0 && !quoted)
            {
                yield return list[start..i].Trim();
                start = i + 1;
            }
        }

        if (list[start..].Trim() is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    private static PublishedParameter Read(string text)
    {
        string modifier = Modifiers.FirstOrDefault(word => text.StartsWith(word, StringComparison.Ordinal)) ?? "";
        string[] halves = text[modifier.Length..].Split(" = ", 2);
        int space = halves[0].LastIndexOf(' ');
        return new PublishedParameter(modifier, halves[0][..space], halves[0][(space + 1)..], halves.Length > 1 ? halves[1] : null);
    }
}
