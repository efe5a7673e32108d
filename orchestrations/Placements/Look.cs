namespace Rettidig.Orchestrations.Placements;

/// <summary>What a look at a placement came to.</summary>
/// <param name="Closed">The placement ended and nothing about it will change by itself.</param>
/// <param name="WakeAt">When to look again without news; always later than the look.</param>
public sealed record Look(bool Closed, DateTimeOffset WakeAt);
