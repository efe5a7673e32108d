using Azure;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rettidig.Domain;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Orchestrations.Placements;

namespace Rettidig.Functions.Deliveries;

/// <summary>
/// Writes what the mail service says into the ledger. Told again, the same event changes nothing; broken off anywhere, the
/// service tells again and the rest is done.
/// </summary>
public sealed class DeliveryDesk(MailTrail trail, NoticeLedger ledger, Outbox outbox, DigestReturns digests, UncertainMails uncertain, ILogger<DeliveryDesk> logger)
{
    public async Task TakeAsync(DeliveryEvent told, DurableTaskClient client, CancellationToken cancellationToken)
    {
        IReadOnlyList<MailPart> parts = await trail.ReadAsync(told.Mail, cancellationToken);
        foreach (MailPart part in parts)
        {
            if (part.AsDigest() is not null)
            {
                await digests.TakeAsync(told, part, client, cancellationToken);
            }
            else if (await RecordAsync(told, part.Key, cancellationToken) is { } notice)
            {
                await FollowUpAsync(notice, client, cancellationToken);
            }
        }

        if (parts.Count > 0)
        {
            await uncertain.SettleAsync(parts[0].Municipality, told.Mail, UncertainFate.Answered, cancellationToken);
        }

        Log.Told(logger, told.Mail, told.Kind, told.Status ?? "-");
    }

    /// <summary>The notice as it stands after the event; null where it has gone on with another mail, or is no more.</summary>
    private async Task<Notice?> RecordAsync(DeliveryEvent told, string key, CancellationToken cancellationToken)
    {
        string[] parts = key.Split(':', 3);
        var placement = new PlacementKey(parts[0], parts[1]);
        while (await ledger.FindAsync(placement, key, cancellationToken) is { Mail: { } mail } notice && MailMessage.IdOf(mail) == told.Mail)
        {
            if (DeliveryRecord.After(notice, told) is not { } changed)
            {
                return notice;
            }

            try
            {
                return await ledger.ChangeAsync(changed, cancellationToken);
            }
            catch (RequestFailedException lost) when (lost.Status == 412)
            {
                // Somebody else changed it meanwhile: what it is now decides.
            }
        }

        return null;
    }

    private async Task FollowUpAsync(Notice notice, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (notice.State == NoticeState.Pending)
        {
            // The look comes before the next round of mails: it withdraws what has been met meanwhile.
            await outbox.AddAsync(notice.Placement.Municipality, [notice], cancellationToken);
            await Lifecycles.WakeAsync(client, notice.Placement, cancellationToken);
        }
        else if (!notice.Waits)
        {
            await outbox.RemoveAsync([notice], cancellationToken);
        }
    }
}
