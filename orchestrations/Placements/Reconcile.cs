using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Rettidig.Domain;

namespace Rettidig.Orchestrations.Placements;

/// <summary>Makes what is stored about a placement agree with its facts and the rules of the day. Safe to repeat.</summary>
public sealed class Reconcile(IPlacementDesk desk)
{
    [Function(nameof(Reconcile))]
    public Task<Look> RunAsync([ActivityTrigger] LookRequest request, CancellationToken cancellationToken) =>
        desk.LookAsync(PlacementKey.Parse(request.Placement), Instant.FromDateTimeOffset(request.Now), cancellationToken);
}
