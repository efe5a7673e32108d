using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Rettidig.Domain;

namespace Rettidig.Orchestrations.Placements;

/// <summary>Starts and wakes the instances that follow placements.</summary>
public static class Lifecycles
{
    /// <summary>
    /// Makes the placement be looked at: a sleeping instance is told that there is news, a missing or finished one is
    /// started. A fresh start needs no signal, for its first act is to look.
    /// </summary>
    /// <returns>True when an instance was started.</returns>
    public static async Task<bool> WakeAsync(DurableTaskClient client, PlacementKey placement, CancellationToken cancellation)
    {
        if (!await IsRunningAsync(client, placement, cancellation) && await TryStartAsync(client, placement, cancellation))
        {
            return true;
        }

        await client.RaiseEventAsync(placement.InstanceId, PlacementLifecycle.News, cancellation: cancellation);
        return false;
    }

    /// <summary>Whether an instance follows the placement.</summary>
    public static async Task<bool> IsRunningAsync(DurableTaskClient client, PlacementKey placement, CancellationToken cancellation) =>
        await client.GetInstanceAsync(placement.InstanceId, cancellation) is { IsCompleted: false };

    /// <summary>False where another event of the same placement started it in the same moment; every host says so with another exception.</summary>
    private static async Task<bool> TryStartAsync(DurableTaskClient client, PlacementKey placement, CancellationToken cancellation)
    {
        try
        {
            var options = new StartOrchestrationOptions(placement.InstanceId);
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(PlacementLifecycle), placement.Subject, options, cancellation);
            return true;
        }
        catch (Exception refused) when (refused is not OperationCanceledException)
        {
            if (await IsRunningAsync(client, placement, cancellation))
            {
                return false;
            }

            throw;
        }
    }
}
