using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Orchestrations.Reminders;

/// <summary>Sends one mail and records what came of it, notice by notice.</summary>
public sealed class SendBundle(IReminderDesk desk)
{
    [Function(nameof(SendBundle))]
    public Task<BundleOutcome> RunAsync([ActivityTrigger] Bundle bundle, CancellationToken cancellationToken) =>
        desk.SendAsync(bundle, cancellationToken);
}
