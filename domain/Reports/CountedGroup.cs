namespace Rettidig.Domain.Reports;

/// <summary>A group with its numbers.</summary>
/// <param name="Id">Stable, for files.</param>
/// <param name="Title">In Danish.</param>
/// <param name="Definition">In Danish.</param>
/// <param name="LeftOutText">What is left out, in Danish; null where nothing is.</param>
/// <param name="LeftOut">How many were left out.</param>
/// <param name="Figures">The rows.</param>
public sealed record CountedGroup(string Id, string Title, string Definition, string? LeftOutText, int LeftOut, IReadOnlyList<CountedFigure> Figures);
