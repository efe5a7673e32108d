namespace Rettidig.Orchestrations.Reminders;

/// <summary>What a round came to, in mails.</summary>
/// <param name="Sent">Mails that left.</param>
/// <param name="Refused">Mails a mailbox refused; their notices went to the next in line.</param>
/// <param name="NotSent">Mails that could not leave all morning; their notices wait for the next round.</param>
public sealed record RoundReport(int Sent, int Refused, int NotSent)
{
    public RoundReport Plus(IReadOnlyCollection<BundleOutcome> outcomes) => new(
        Sent + outcomes.Count(outcome => outcome == BundleOutcome.Sent),
        Refused + outcomes.Count(outcome => outcome == BundleOutcome.Refused),
        NotSent + outcomes.Count(outcome => outcome == BundleOutcome.NotSent));
}
