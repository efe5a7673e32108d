using Rettidig.Domain;

namespace Rettidig.Orchestrations.Reconsiderations;

/// <summary>Where the open placements are listed, and where it is written that one must be looked at.</summary>
public interface IReconsiderDesk
{
    /// <summary>The open placements of a municipality in ordinal order, from the one after <paramref name="after"/>.</summary>
    IAsyncEnumerable<PlacementKey> OpenAsync(string municipality, string? after, CancellationToken cancellationToken);

    /// <summary>Writes that a placement must be looked at. The row outlives a signal that is lost: the tick goes by it.</summary>
    Task OweLookAsync(PlacementKey placement, CancellationToken cancellationToken);
}
