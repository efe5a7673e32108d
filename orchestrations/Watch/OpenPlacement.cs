using NodaTime;
using Rettidig.Domain;

namespace Rettidig.Orchestrations.Watch;

/// <summary>A placement that must be followed.</summary>
/// <param name="Placement">Which.</param>
/// <param name="WakeAt">When it said it would look again.</param>
public readonly record struct OpenPlacement(PlacementKey Placement, Instant WakeAt);
