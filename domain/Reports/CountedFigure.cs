namespace Rettidig.Domain.Reports;

/// <summary>A row with its numbers.</summary>
/// <param name="Id">Stable, for files.</param>
/// <param name="Text">In Danish.</param>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
/// <param name="IsPart">Whether it is a part of the row above it.</param>
public sealed record CountedFigure(string Id, string Text, int Count, int Of, bool IsPart)
{
    /// <summary>The share in whole percent, halves up; null of none.</summary>
    public int? Percent => Of == 0 ? null : (int)(((200L * Count) + Of) / (2L * Of));
}
