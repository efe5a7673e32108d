using Microsoft.Extensions.Logging;
using NodaTime;
using Rettidig.Domain.Events;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.Reminders;
using Rettidig.Functions.Settings;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Digests;

namespace Rettidig.Functions.Digests;

/// <summary>Sends one digest to its manager, or to the next in line who can read it.</summary>
internal sealed class DigestSending(
    DigestLedger ledger, MailComposer composer, IMailTransport transport, OperatorSettings settings, TimeProvider time, ILogger<DigestSending> logger)
{
    public async Task<bool> SendAsync(DigestOrder order, DigestDraft draft, StaffDirectory directory, CancellationToken cancellationToken)
    {
        if (draft.Content is { } content)
        {
            await ledger.WriteAsync(order, draft, done: false, cancellationToken);
            await SendToLineAsync(order, draft.Day, content, directory, cancellationToken);
        }

        await ledger.WriteAsync(order, draft, done: true, cancellationToken);
        logger.DigestDone(order.Week.Municipality, order.Manager, order.Week.Week, draft.Kind);
        return draft.Kind != DigestMailKind.None;
    }

    private async Task SendToLineAsync(DigestOrder order, LocalDate day, MailContent content, StaffDirectory directory, CancellationToken cancellationToken)
    {
        var tried = new List<string>();
        while (true)
        {
            StaffMember? reader = directory.ReaderFor(order.Manager, day, tried);
            Mailbox to = reader is not null && Mailbox.IsAddress(reader.Email) ? new Mailbox(reader.Email, reader.Name) : settings.Mailbox;
            string key = $"digest:{order.Week.Municipality}:{order.Manager}:{order.Week.Week}" + (tried.Count == 0 ? "" : $".{tried.Count + 1}");
            MailMessage mail = await composer.ComposeAsync(new MailEnvelope(key, to, time.Now()), content);
            switch (await transport.SendAsync(mail, cancellationToken))
            {
                case MailOutcome.Sent:
                    return;
                case MailOutcome.Failed refused:
                    logger.BundleRefused(key, 1, refused.Reason);
                    if (reader is null)
                    {
                        return;
                    }

                    tried.Add(reader.Id);
                    break;
                default:
                    throw new MailAwayException($"The digest {key} was not taken. It is tried again.");
            }
        }
    }
}
