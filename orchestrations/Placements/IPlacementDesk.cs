using NodaTime;
using Rettidig.Domain;

namespace Rettidig.Orchestrations.Placements;

/// <summary>Where a placement's facts are read and its obligations and notices are kept.</summary>
public interface IPlacementDesk
{
    /// <summary>
    /// Reads the log, evaluates the rules for the Copenhagen date of <paramref name="now"/>, and writes what changed.
    /// Any number of looks at the same facts on the same day leave the same rows as one.
    /// </summary>
    Task<Look> LookAsync(PlacementKey placement, Instant now, CancellationToken cancellationToken);
}
