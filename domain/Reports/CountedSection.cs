namespace Rettidig.Domain.Reports;

/// <summary>A section with its numbers.</summary>
/// <param name="Id">Stable, for files.</param>
/// <param name="Title">In Danish.</param>
/// <param name="Source">The study the definitions are from; null for what only describes the caseload.</param>
/// <param name="Groups">The groups.</param>
public sealed record CountedSection(string Id, string Title, string? Source, IReadOnlyList<CountedGroup> Groups);
