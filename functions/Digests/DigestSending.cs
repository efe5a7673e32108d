using Azure;
using Microsoft.Extensions.Logging;
using Rettidig.Domain.Events;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.Reminders;
using Rettidig.Functions.Settings;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Digests;

namespace Rettidig.Functions.Digests;

/// <summary>
/// Sends one digest to its manager, or to the next in line who can read it: mark, send, record. Found marked by a later
/// attempt, it may have gone already.
/// </summary>
internal sealed class DigestSending(
    DigestLedger ledger,
    MailComposer composer,
    IMailTransport transport,
    MailTrail trail,
    UncertainMails uncertain,
    OperatorSettings settings,
    TimeProvider time,
    ILogger<DigestSending> logger)
{
    /// <param name="order">Which.</param>
    /// <param name="draft">What it says today.</param>
    /// <param name="begun">What the ledger says of an earlier attempt; null for the first.</param>
    /// <param name="directory">Who could read it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> SendAsync(
        DigestOrder order, DigestDraft draft, DigestEntry? begun, StaffDirectory directory, CancellationToken cancellationToken)
    {
        var entry = new DigestEntry(order.Week.Week, draft.Day, draft.Kind, draft.Totals, IsDone: false)
        {
            Tried = begun?.Tried ?? [],
            Ambiguous = begun?.Ambiguous ?? 0,
            Unanswered = begun?.Unanswered ?? 0,
            Version = begun?.Version ?? default,
        };
        try
        {
            await SendAsync(order, draft, entry, begun is { IsSending: true }, directory, cancellationToken);
        }
        catch (RequestFailedException changed) when (changed.Status is 412 or 404)
        {
            throw new MailAwayException($"What became of the digest {KeyOf(order, entry)} was told while it was being sent; what was told stands. It is looked at again.");
        }

        logger.DigestDone(order.Week.Municipality, order.Manager, order.Week.Week, draft.Kind);
        return draft.Kind != DigestMailKind.None;
    }

    private async Task SendAsync(
        DigestOrder order, DigestDraft draft, DigestEntry entry, bool foundSending, StaffDirectory directory, CancellationToken cancellationToken)
    {
        if (draft.Content is { } content)
        {
            if (foundSending)
            {
                entry = await FoundSendingAsync(order, entry, directory, cancellationToken);
            }

            entry = await SendToLineAsync(order, entry, content, directory, cancellationToken);
        }

        await KeepAsync(order, entry with { IsSending = false, IsDone = true }, cancellationToken);
    }

    /// <summary>The process died in the middle of an earlier attempt: the digest may have gone. It counts as one that had no answer, and goes once more.</summary>
    private async Task<DigestEntry> FoundSendingAsync(DigestOrder order, DigestEntry entry, StaffDirectory directory, CancellationToken cancellationToken)
    {
        string key = KeyOf(order, entry);
        Telemetry.Ambiguous.Add(1);
        logger.AmbiguousSend(key, key, key);
        await NoteAsync(order, entry, directory.ReaderFor(order.Manager, entry.Day, entry.Tried), UncertainMails.Died, cancellationToken);
        return entry with { Ambiguous = entry.Ambiguous + 1, Unanswered = Math.Max(1, entry.Unanswered) };
    }

    private async Task<DigestEntry> SendToLineAsync(
        DigestOrder order, DigestEntry entry, MailContent content, StaffDirectory directory, CancellationToken cancellationToken)
    {
        while (true)
        {
            StaffMember? reader = directory.ReaderFor(order.Manager, entry.Day, entry.Tried);
            string key = KeyOf(order, entry);
            entry = await KeepAsync(order, entry with { IsSending = true }, cancellationToken) with { IsSending = false };
            switch (await SendAsync(order, key, reader, content, cancellationToken))
            {
                case MailOutcome.Sent:
                    await SettleAsync(order, entry, UncertainFate.SentAgain, cancellationToken);
                    return entry with { Unanswered = 0 };
                case MailOutcome.Failed refused:
                    logger.BundleRefused(key, 1, refused.Reason);
                    break;
                case MailOutcome.Ambiguous open when entry.Unanswered > 0:
                    logger.BundleRefused(key, 1, open.Reason);
                    entry = entry with { Ambiguous = entry.Ambiguous + 1 };
                    break;
                case MailOutcome.Ambiguous open:
                    await KeepAsync(order, entry with { Ambiguous = entry.Ambiguous + 1, Unanswered = 1 }, cancellationToken);
                    await NoteAsync(order, entry, reader, open.Reason, cancellationToken);
                    throw new MailAwayException($"The digest {key} may or may not have gone: {open.Reason} It is sent once more.");
                default:
                    await KeepAsync(order, entry, cancellationToken);
                    throw new MailAwayException($"The digest {key} was not taken. It is tried again.");
            }

            await SettleAsync(order, entry, UncertainFate.NextInLine, cancellationToken);
            if (reader is null)
            {
                return entry;
            }

            entry = await KeepAsync(order, entry with { Tried = [.. entry.Tried, reader.Id], Unanswered = 0 }, cancellationToken);
        }
    }

    private async Task<MailOutcome> SendAsync(DigestOrder order, string key, StaffMember? reader, MailContent content, CancellationToken cancellationToken)
    {
        Mailbox to = reader is not null && Mailbox.IsAddress(reader.Email) ? new Mailbox(reader.Email, reader.Name) : settings.Mailbox;
        await trail.KeepAsync(key, order, reader?.Id, cancellationToken);
        return await transport.SendAsync(await composer.ComposeAsync(new MailEnvelope(key, to, time.Now()), content), cancellationToken);
    }

    private static string KeyOf(DigestOrder order, DigestEntry entry) =>
        $"digest:{order.Week.Municipality}:{order.Manager}:{order.Week.Week}" + (entry.Tried.Count == 0 ? "" : $".{entry.Tried.Count + 1}");

    private Task NoteAsync(DigestOrder order, DigestEntry entry, StaffMember? reader, string reason, CancellationToken cancellationToken) => uncertain.NoteAsync(
        order.Week.Municipality,
        KeyOf(order, entry),
        entry.Mail == DigestMailKind.AllOnTime ? MailKind.AllOnTime : MailKind.Digest,
        reader?.Id ?? RecipientName.OperatorInstead,
        reason,
        cancellationToken);

    /// <summary>Looks for it only where there was one: most digests have an answer at once.</summary>
    private Task SettleAsync(DigestOrder order, DigestEntry entry, UncertainFate fate, CancellationToken cancellationToken) => entry.Unanswered == 0
        ? Task.CompletedTask
        : uncertain.SettleAsync(order.Week.Municipality, MailMessage.IdOf(KeyOf(order, entry)), fate, cancellationToken);

    /// <summary>The mail service may have told what became of the mail before it answered us; then this is refused.</summary>
    private Task<DigestEntry> KeepAsync(DigestOrder order, DigestEntry entry, CancellationToken cancellationToken) =>
        ledger.WriteAsync(order.Week.Municipality, order.Manager, entry, cancellationToken);
}
