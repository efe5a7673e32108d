using Microsoft.Azure.Functions.Worker;
using Rettidig.Domain;

namespace Rettidig.Orchestrations.Reconsiderations;

/// <summary>How many open placements a municipality has.</summary>
public sealed class CountOpen(IReconsiderDesk desk)
{
    [Function(nameof(CountOpen))]
    public async Task<int> RunAsync([ActivityTrigger] string municipality, CancellationToken cancellationToken)
    {
        int open = 0;
        await foreach (PlacementKey _ in desk.OpenAsync(municipality, null, cancellationToken))
        {
            open++;
        }

        return open;
    }
}
