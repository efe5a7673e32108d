using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Rettidig.Orchestrations.Retention;

/// <summary>Erases what a municipality must not keep any longer, a handful at a time. Safe to repeat.</summary>
public sealed class EraseExpired(IRetention retention)
{
    /// <summary>Each reads a municipality's lists once: a minute's work.</summary>
    public const int AtOnce = 50;

    [Function(nameof(EraseExpired))]
    public Task<int> RunAsync([ActivityTrigger] string municipality, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        retention.EraseAsync(municipality, AtOnce, client, cancellationToken);
}
