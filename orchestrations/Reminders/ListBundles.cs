using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Orchestrations.Reminders;

/// <summary>Finds out who gets a mail in this round. Recipients are resolved here and now, so a change of staff rewrites nothing.</summary>
public sealed class ListBundles(IReminderDesk desk)
{
    [Function(nameof(ListBundles))]
    public Task<IReadOnlyList<Bundle>> RunAsync([ActivityTrigger] RoundRequest round, CancellationToken cancellationToken) =>
        desk.ListAsync(round, cancellationToken);
}
