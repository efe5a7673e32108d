namespace Rettidig.Orchestrations.Reconsiderations;

/// <summary>What came of one page.</summary>
/// <param name="Woken">Placements woken.</param>
/// <param name="Last">The last of them; null when there are no more pages.</param>
public sealed record WokenPage(int Woken, string? Last);
