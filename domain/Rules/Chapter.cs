namespace Rettidig.Domain.Rules;

/// <summary>Rows of the rule book that are about the same.</summary>
/// <param name="Title">In Danish.</param>
/// <param name="Duties">The rows, in the order of the source documents.</param>
public sealed record Chapter(string Title, IReadOnlyList<Duty> Duties);
