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

/// <summary>Sends one digest to its manager, or to the next in line who can read it.</summary>
internal sealed class DigestSending(
    DigestLedger ledger,
    MailComposer composer,
    IMailTransport transport,
    MailTrail trail,
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
            Unanswered = begun?.Unanswered ?? 0,
        };
        if (draft.Content is { } content)
        {
            await KeepAsync(order, entry, cancellationToken);
            entry = await SendToLineAsync(order, entry, content, directory, cancellationToken);
        }

        await KeepAsync(order, entry with { IsDone = true }, cancellationToken);
        logger.DigestDone(order.Week.Municipality, order.Manager, order.Week.Week, draft.Kind);
        return draft.Kind != DigestMailKind.None;
    }

    private async Task<DigestEntry> SendToLineAsync(
        DigestOrder order, DigestEntry entry, MailContent content, StaffDirectory directory, CancellationToken cancellationToken)
    {
        while (true)
        {
            StaffMember? reader = directory.ReaderFor(order.Manager, entry.Day, entry.Tried);
            string key = $"digest:{order.Week.Municipality}:{order.Manager}:{order.Week.Week}" + (entry.Tried.Count == 0 ? "" : $".{entry.Tried.Count + 1}");
            switch (await SendAsync(order, key, reader, content, cancellationToken))
            {
                case MailOutcome.Sent:
                    return entry with { Unanswered = 0 };
                case MailOutcome.Failed refused:
                    logger.BundleRefused(key, 1, refused.Reason);
                    break;
                case MailOutcome.Ambiguous open when entry.Unanswered > 0:
                    logger.BundleRefused(key, 1, open.Reason);
                    break;
                case MailOutcome.Ambiguous open:
                    await KeepAsync(order, entry with { Unanswered = 1 }, cancellationToken);
                    throw new MailAwayException($"The digest {key} may or may not have gone: {open.Reason} It is sent once more.");
                default:
                    throw new MailAwayException($"The digest {key} was not taken. It is tried again.");
            }

            if (reader is null)
            {
                return entry;
            }

            entry = entry with { Tried = [.. entry.Tried, reader.Id], Unanswered = 0 };
            await KeepAsync(order, entry, cancellationToken);
        }
    }

    private async Task<MailOutcome> SendAsync(DigestOrder order, string key, StaffMember? reader, MailContent content, CancellationToken cancellationToken)
    {
        Mailbox to = reader is not null && Mailbox.IsAddress(reader.Email) ? new Mailbox(reader.Email, reader.Name) : settings.Mailbox;
        await trail.KeepAsync(key, order, reader?.Id, cancellationToken);
        return await transport.SendAsync(await composer.ComposeAsync(new MailEnvelope(key, to, time.Now()), content), cancellationToken);
    }

    private Task KeepAsync(DigestOrder order, DigestEntry entry, CancellationToken cancellationToken) =>
        ledger.WriteAsync(order.Week.Municipality, order.Manager, entry, cancellationToken);
}
