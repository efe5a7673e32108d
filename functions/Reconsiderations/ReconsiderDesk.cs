using System.Runtime.CompilerServices;
using Rettidig.Domain;
using Rettidig.Functions.Placements;
using Rettidig.Orchestrations.Reconsiderations;

namespace Rettidig.Functions.Reconsiderations;

/// <summary>A reconsideration's way to the list of open placements and to the list of what must be looked at.</summary>
internal sealed class ReconsiderDesk(OpenPlacements open, UnreconciledList unreconciled) : IReconsiderDesk
{
    public async IAsyncEnumerable<PlacementKey> OpenAsync(string municipality, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (PlacementRow row in open.AfterAsync(municipality, after, cancellationToken))
        {
            yield return row.Placement;
        }
    }

    public Task OweLookAsync(PlacementKey placement, CancellationToken cancellationToken) => unreconciled.OweAsync(placement, cancellationToken);
}
