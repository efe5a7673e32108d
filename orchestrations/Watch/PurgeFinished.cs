using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Rettidig.Orchestrations.Watch;

/// <summary>
/// Clears away instances that finished and are older than a month. The tick asks only for the rounds of today and of this
/// week, so nothing it relies on is lost; a placement that gets news after its end is simply followed anew.
/// </summary>
public static class PurgeFinished
{
    private const int KeepDays = 31;

    [Function(nameof(PurgeFinished))]
    public static async Task<int> RunAsync(
        [ActivityTrigger] DateTimeOffset now, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        OrchestrationRuntimeStatus[] finished =
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];
        var filter = new PurgeInstancesFilter(DateTimeOffset.UnixEpoch, now.AddDays(-KeepDays), finished);
        PurgeResult result = await client.PurgeAllInstancesAsync(filter, cancellationToken);
        return result.PurgedInstanceCount;
    }
}
