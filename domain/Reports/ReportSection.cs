namespace Rettidig.Domain.Reports;

/// <summary>Groups about one subject, as one study has them.</summary>
/// <param name="Id">Stable, for files.</param>
/// <param name="Title">In Danish.</param>
/// <param name="Source">The study the definitions are from, in Danish; null for what only describes the caseload.</param>
/// <param name="Groups">The groups.</param>
public sealed record ReportSection(string Id, string Title, string? Source, IReadOnlyList<FigureGroup> Groups);
