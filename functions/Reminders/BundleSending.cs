using Azure;
using Microsoft.Extensions.Logging;
using Rettidig.Domain;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Rules;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Reminders;

namespace Rettidig.Functions.Reminders;

/// <summary>
/// Sends one bundle: mark, send, record, take out of the outbox. A notice found marked by an earlier attempt may have gone
/// already; it is counted, logged and sent once more, since a reminder twice is better than none. A mail service that
/// leaves it open a second time is not asked a third: the next in line gets it.
/// </summary>
internal sealed class BundleSending(
    NoticeLedger ledger,
    Outbox outbox,
    BundleLetters letters,
    MailComposer composer,
    MailTrail trail,
    BundleDoubts doubts,
    IMailTransport transport,
    RuleBooks rules,
    TimeProvider time,
    ILogger<BundleSending> logger)
{
    public async Task<BundleOutcome> SendAsync(Bundle bundle, CancellationToken cancellationToken)
    {
        if (!rules.BookOf(bundle.Municipality).Office.MayMail(CopenhagenTime.At(time.Now())))
        {
            // The mail service was away so long that the quiet hours have begun: the next round takes it.
            return BundleOutcome.NotSent;
        }

        var before = new List<Notice>();
        IReadOnlyList<Notice> notices = await MarkAsync(bundle, before, cancellationToken);
        if (notices.Count == 0)
        {
            return BundleOutcome.Sent;
        }

        await doubts.NoteDeathsAsync(bundle, before, cancellationToken);
        await trail.KeepAsync(bundle, notices, cancellationToken);
        Letter? letter = await letters.WriteAsync(bundle, notices, cancellationToken);
        MailOutcome outcome = letter is null
            ? new MailOutcome.Failed("modtageren er ikke længere kendt")
            : await transport.SendAsync(await composer.ComposeAsync(new MailEnvelope(bundle.Key, letter.To, notices.Min(notice => notice.SendingAt)!.Value), letter.Content), cancellationToken);
        switch (outcome)
        {
            case MailOutcome.Sent:
                await RecordAsync(notices, notice => BundleRecord.Sent(notice, time.Now()), cancellationToken);
                Telemetry.NoticesSent.Add(notices.Count);
                logger.BundleSent(bundle.Key, notices.Count);
                await doubts.SettleAsync(bundle, before, UncertainFate.SentAgain, cancellationToken);
                return BundleOutcome.Sent;
            case MailOutcome.Failed refused:
                await RecordAsync(notices, notice => BundleRecord.Refused(notice, bundle.Recipient, refused.Reason, time.Now()), cancellationToken);
                logger.BundleRefused(bundle.Key, notices.Count, refused.Reason);
                await doubts.SettleAsync(bundle, before, UncertainFate.NextInLine, cancellationToken);
                return BundleOutcome.Refused;
            case MailOutcome.Retry later:
                await RecordAsync(notices, notice => notice with { State = NoticeState.Pending }, cancellationToken);
                throw new MailAwayException($"The mail {bundle.Key} was not taken: {later.Reason}. It is tried again.");
            case MailOutcome.Ambiguous open when notices.All(notice => notice.Unanswered == 0):
                if (await RecordAsync(notices, notice => BundleRecord.Unanswered(notice, open.Reason), cancellationToken))
                {
                    await doubts.NoteAsync(bundle, bundle.Key, open.Reason, cancellationToken);
                }

                throw new MailAwayException($"The mail {bundle.Key} may or may not have gone: {open.Reason} It is sent once more.");
            case MailOutcome.Ambiguous open:
                await RecordAsync(notices, notice => BundleRecord.Refused(BundleRecord.Unanswered(notice, open.Reason), bundle.Recipient, open.Reason, time.Now()), cancellationToken);
                logger.BundleRefused(bundle.Key, notices.Count, open.Reason);
                await doubts.SettleAsync(bundle, before, UncertainFate.NextInLine, cancellationToken);
                return BundleOutcome.Refused;
            default:
                throw new InvalidOperationException($"Bug in the mail transport: expected an outcome of the mail {bundle.Key}, found {outcome.GetType().Name}.");
        }
    }

    private async Task<IReadOnlyList<Notice>> MarkAsync(Bundle bundle, List<Notice> before, CancellationToken cancellationToken)
    {
        var marked = new List<Notice>();
        foreach (string key in bundle.Notices)
        {
            if (await MarkAsync(bundle, key, before, cancellationToken) is { } notice)
            {
                marked.Add(notice);
            }
        }

        return marked;
    }

    /// <summary>Marks one notice as being sent; null where it no longer waits. A look that changes it meanwhile is looked at again.</summary>
    private async Task<Notice?> MarkAsync(Bundle bundle, string key, List<Notice> before, CancellationToken cancellationToken)
    {
        string[] parts = key.Split(':', 3);
        var placement = new PlacementKey(parts[0], parts[1]);
        while (await ledger.FindAsync(placement, key, cancellationToken) is { Waits: true } notice)
        {
            try
            {
                Notice marked = await ledger.ChangeAsync(BundleRecord.Sending(notice, bundle, time.Now()), cancellationToken);
                before.Add(notice);
                LogAmbiguous(notice, bundle);
                return marked;
            }
            catch (RequestFailedException changed) when (changed.Status == 412)
            {
                logger.NoticeChangedMeanwhile(key);
            }
        }

        return null;
    }

    private void LogAmbiguous(Notice before, Bundle bundle)
    {
        if (before.State == NoticeState.Sending)
        {
            Telemetry.Ambiguous.Add(1);
            logger.AmbiguousSend(before.Key, before.Mail ?? "", bundle.Key);
        }
    }

    /// <returns>Whether any still waits.</returns>
    private async Task<bool> RecordAsync(IReadOnlyList<Notice> notices, Func<Notice, Notice> outcome, CancellationToken cancellationToken)
    {
        bool waits = false;
        foreach (Notice notice in notices)
        {
            Notice? recorded = await RecordAsync(notice, outcome, cancellationToken);
            waits |= recorded is { Waits: true };
            if (recorded is { Waits: false })
            {
                await outbox.RemoveAsync([recorded], cancellationToken);
            }
        }

        return waits;
    }

    /// <summary>The mail service may have said what became of the mail before it answered us; what it said stands.</summary>
    private async Task<Notice?> RecordAsync(Notice notice, Func<Notice, Notice> outcome, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.ChangeAsync(outcome(notice), cancellationToken);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            logger.NoticeChangedMeanwhile(notice.Key);
            Notice? now = await ledger.FindAsync(notice.Placement, notice.Key, cancellationToken);
            return now is { State: NoticeState.Sending } && now.Mail == notice.Mail ? await ledger.ChangeAsync(outcome(now), cancellationToken) : now;
        }
    }
}
