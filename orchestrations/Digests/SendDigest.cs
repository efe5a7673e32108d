using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Orchestrations.Digests;

/// <summary>Makes one manager's digest, sends it, and keeps its figures for the trend of next week.</summary>
public sealed class SendDigest(IDigestDesk desk)
{
    [Function(nameof(SendDigest))]
    public Task<bool> RunAsync([ActivityTrigger] DigestOrder order, CancellationToken cancellationToken) =>
        desk.SendAsync(order, cancellationToken);
}
