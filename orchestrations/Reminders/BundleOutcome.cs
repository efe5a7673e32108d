namespace Rettidig.Orchestrations.Reminders;

/// <summary>What came of one mail.</summary>
public enum BundleOutcome
{
    /// <summary>The mail service has it, or nothing in it was left to send.</summary>
    Sent,

    /// <summary>The mailbox will never take it: its notices go to the next in line.</summary>
    Refused,

    /// <summary>The mail service was away: its notices stay in the outbox.</summary>
    NotSent,
}
