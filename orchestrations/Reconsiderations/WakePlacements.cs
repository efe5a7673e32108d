using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Rettidig.Domain;
using Rettidig.Orchestrations.Placements;

namespace Rettidig.Orchestrations.Reconsiderations;

/// <summary>Wakes one page of placements. Woken twice, a placement looks twice and changes nothing the second time.</summary>
public sealed class WakePlacements(IReconsiderDesk desk)
{
    /// <summary>Small enough that a crash repeats little, large enough that a municipality is a few pages.</summary>
    private const int PageSize = 100;

    [Function(nameof(WakePlacements))]
    public async Task<WokenPage> RunAsync([ActivityTrigger] WakePage page, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        int woken = 0;
        await foreach (PlacementKey placement in desk.OpenAsync(page.Municipality, page.After, cancellationToken))
        {
            await desk.OweLookAsync(placement, cancellationToken);
            await Lifecycles.WakeAsync(client, placement, cancellationToken);
            if (++woken == PageSize)
            {
                return new WokenPage(woken, placement.Placement);
            }
        }

        return new WokenPage(woken, null);
    }
}
