using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rettidig.Orchestrations.Placements;

namespace Rettidig.Orchestrations.Watch;

/// <summary>Starts the lifecycles that are missing and wakes those that overslept.</summary>
public sealed class InspectPlacements(IOpenPlacements register, ILogger<InspectPlacements> logger)
{
    [Function(nameof(InspectPlacements))]
    public async Task<WatchReport> RunAsync(
        [ActivityTrigger] Patrol patrol, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var report = new WatchReport(0, 0, 0, 0);
        Instant now = Instant.FromDateTimeOffset(patrol.Now);
        await foreach (OpenPlacement open in register.OpenAsync(patrol.Municipality, cancellationToken))
        {
            report = report.Plus(await InspectAsync(open, now, client, cancellationToken));
        }

        return report;
    }

    private async Task<WatchReport> InspectAsync(OpenPlacement open, Instant now, DurableTaskClient client, CancellationToken cancellationToken)
    {
        bool awakeInTime = open.WakeAt >= now;
        if (awakeInTime && await Lifecycles.IsRunningAsync(client, open.Placement, cancellationToken))
        {
            return new WatchReport(1, 0, 0, 0);
        }

        bool started = await Lifecycles.WakeAsync(client, open.Placement, cancellationToken);
        logger.LifecycleRepaired(open.Placement.Subject, started ? "started" : "woken");
        return new WatchReport(1, started ? 1 : 0, started ? 0 : 1, 0);
    }
}
