namespace Rettidig.Functions.Pages;

/// <summary>A page that says one thing: not found, no access, an error.</summary>
public sealed record MessageModel(string Title, string Text)
{
    /// <summary>Subjects of placements that may have been meant.</summary>
    public IReadOnlyList<string> Nearest { get; init; } = [];
}
