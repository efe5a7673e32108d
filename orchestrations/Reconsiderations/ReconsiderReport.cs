namespace Rettidig.Orchestrations.Reconsiderations;

/// <summary>How far a reconsideration is, or what it came to.</summary>
/// <param name="Open">Open placements there were when it began.</param>
/// <param name="Woken">Placements woken so far. One that came or ended meanwhile makes the two differ.</param>
public sealed record ReconsiderReport(int Open, int Woken);
