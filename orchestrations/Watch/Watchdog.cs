using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Rettidig.Orchestrations.Watch;

/// <summary>
/// Once a night: every open placement is followed by an instance that will wake, and what finished long ago is cleared
/// away. Its own instance is its record: /health/ready asks for the one of last night, so a silent watchdog is heard.
/// </summary>
public static class Watchdog
{
    private static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(
        new RetryPolicy(8, TimeSpan.FromSeconds(30), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    /// <summary>The instance of one night: <c>watchdog:2026-11-30</c>.</summary>
    public static string InstanceId(string date) => $"watchdog:{date}";

    [Function(nameof(Watchdog))]
    public static async Task<WatchReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var now = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero);
        IReadOnlyList<string> municipalities = await context.CallActivityAsync<IReadOnlyList<string>>(nameof(ListMunicipalities), null, Patiently);
        var report = new WatchReport(0, 0, 0, 0);
        foreach (string municipality in municipalities)
        {
            var patrol = new Patrol(municipality, now);
            report = report.Plus(await context.CallActivityAsync<WatchReport>(nameof(InspectPlacements), patrol, Patiently));
        }

        int purged = await context.CallActivityAsync<int>(nameof(PurgeFinished), now, Patiently);
        return report with { Purged = purged };
    }
}
