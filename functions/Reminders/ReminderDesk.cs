using Rettidig.Orchestrations.Reminders;

namespace Rettidig.Functions.Reminders;

/// <summary>The rounds' way to outbox, staff and mail.</summary>
internal sealed class ReminderDesk(BundleListing listing, BundleSending sending) : IReminderDesk
{
    public Task<IReadOnlyList<Bundle>> ListAsync(RoundRequest round, CancellationToken cancellationToken) =>
        listing.ListAsync(round, cancellationToken);

    public Task<BundleOutcome> SendAsync(Bundle bundle, CancellationToken cancellationToken) =>
        sending.SendAsync(bundle, cancellationToken);
}
