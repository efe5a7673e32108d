using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Rettidig.Orchestrations.Watch;

namespace Rettidig.Orchestrations.Retention;

/// <summary>Once a night: placements that ended longer ago than they may be kept are erased.</summary>
public static class KeepNoLonger
{
    /// <summary>A thousand a municipality; what is left waits for the next night.</summary>
    private const int MostRounds = 20;

    private static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(
        new RetryPolicy(8, TimeSpan.FromSeconds(30), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    /// <summary>The instance of one night: <c>retention:2026-11-30</c>.</summary>
    public static string InstanceId(string date) => $"retention:{date}";

    [Function(nameof(KeepNoLonger))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        int erased = 0;
        foreach (string municipality in await context.CallActivityAsync<IReadOnlyList<string>>(nameof(ListMunicipalities), null, Patiently))
        {
            for (int round = 0; round < MostRounds; round++)
            {
                int more = await context.CallActivityAsync<int>(nameof(EraseExpired), municipality, Patiently);
                erased += more;
                if (more < EraseExpired.AtOnce)
                {
                    break;
                }
            }
        }

        return erased;
    }
}
