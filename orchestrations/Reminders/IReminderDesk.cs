namespace Rettidig.Orchestrations.Reminders;

/// <summary>Where what waits to be sent is kept, and where mail leaves.</summary>
public interface IReminderDesk
{
    /// <summary>The mails of a round: one per final recipient, ordered by recipient.</summary>
    Task<IReadOnlyList<Bundle>> ListAsync(RoundRequest round, CancellationToken cancellationToken);

    /// <summary>Sends one of them. Throws where it is worth trying again; a second call after a crash sends at most once more and counts it.</summary>
    Task<BundleOutcome> SendAsync(Bundle bundle, CancellationToken cancellationToken);
}
