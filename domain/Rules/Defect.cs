namespace Rettidig.Domain.Rules;

/// <summary>Something lacking in what was done.</summary>
/// <param name="Id">As files name it: <c>no-visit</c>.</param>
/// <param name="Text">In Danish, what is lacking, so that it can follow "mangler:".</param>
/// <param name="Statutory">Whether the law demands it: then lacking it is a breach.</param>
public sealed record Defect(string Id, string Text, bool Statutory);
