using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Placements;

namespace Rettidig.Functions.Ticks;

/// <summary>
/// Every fifteen minutes: asks the Copenhagen clock what is due and starts what is not done yet. The instances' ids are the
/// ledger, so a second tick is harmless and a missed one is made up for by the next.
/// </summary>
public sealed class Tick(DueWork due, DueWorkStarter starter, UnreconciledList unreconciled, TimeProvider time, ILogger<Tick> logger)
{
    // Longer than any look takes; a look that is just late is not disturbed.
    private static readonly Duration SignalIsLostAfter = Duration.FromMinutes(5);

    [Function(nameof(Tick))]
    public async Task RunAsync(
        [TimerTrigger("0 */15 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        Instant now = time.Now();
        foreach (WorkItem work in await due.AtAsync(now, cancellationToken))
        {
            await starter.StartOnceAsync(client, work, cancellationToken);
        }

        foreach (PlacementKey placement in await unreconciled.WaitingSinceAsync(now - SignalIsLostAfter, cancellationToken))
        {
            logger.LostSignal(placement.Subject);
            await Lifecycles.WakeAsync(client, placement, cancellationToken);
        }
    }
}
