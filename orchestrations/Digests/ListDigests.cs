using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Orchestrations.Digests;

/// <summary>Finds out who answers for the open placements of a municipality.</summary>
public sealed class ListDigests(IDigestDesk desk)
{
    [Function(nameof(ListDigests))]
    public Task<IReadOnlyList<string>> RunAsync([ActivityTrigger] DigestRequest week, CancellationToken cancellationToken) =>
        desk.ListAsync(week, cancellationToken);
}
