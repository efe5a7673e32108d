using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Rettidig.Functions.Ticks;

/// <summary>Starts each piece of work once, whichever process asks and however often.</summary>
public sealed class DueWorkStarter(ILogger<DueWorkStarter> logger)
{
    /// <summary>More than a year of ids; forgetting them only costs a question each.</summary>
    private const int MostKnown = 10_000;

    /// <summary>Ids seen to exist. They never cease to within the day or week they are asked for, so remembering is safe.</summary>
    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    public async Task StartOnceAsync(DurableTaskClient client, WorkItem work, CancellationToken cancellationToken)
    {
        if (known.ContainsKey(work.InstanceId))
        {
            return;
        }

        if (await client.GetInstanceAsync(work.InstanceId, cancellationToken) is null)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                work.Orchestrator, work.Input, new StartOrchestrationOptions(work.InstanceId), cancellationToken);
            logger.DueWorkStarted(work.InstanceId);
        }

        Remember(work.InstanceId);
    }

    private void Remember(string instanceId)
    {
        if (known.Count >= MostKnown)
        {
            known.Clear();
        }

        known[instanceId] = true;
    }
}
