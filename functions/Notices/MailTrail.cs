using Azure.Data.Tables;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Digests;
using Rettidig.Orchestrations.Reminders;

namespace Rettidig.Functions.Notices;

/// <summary>
/// Remembers what each mail held, so that what the mail service says of it later finds its notices. Kept only where the
/// mail service says anything: with SendGrid and its signed delivery events.
/// </summary>
public sealed class MailTrail(Tables tables, MailSettings settings)
{
    private bool IsKept => settings.SendGrid is { WebhookKey: not null };

    /// <summary>Before a bundle is handed over. Repeating it changes nothing.</summary>
    internal Task KeepAsync(Bundle bundle, IEnumerable<Notice> notices, CancellationToken cancellationToken)
    {
        string mail = MailMessage.IdOf(bundle.Key);
        return WriteAsync(notices.Select(notice => new TableEntity(mail, notice.Key)), cancellationToken);
    }

    /// <summary>Before a digest is handed over.</summary>
    internal Task KeepAsync(string key, DigestOrder order, string? reader, CancellationToken cancellationToken) =>
        WriteAsync([new TableEntity(MailMessage.IdOf(key), MailPart.OfDigest(order)) { ["Reader"] = reader }], cancellationToken);

    /// <summary>What a mail held; nothing where it is not known, or not ours.</summary>
    internal async Task<IReadOnlyList<MailPart>> ReadAsync(string mail, CancellationToken cancellationToken)
    {
        var parts = new List<MailPart>();
        await foreach (TableEntity row in tables.Mails.PartitionAsync(mail, cancellationToken))
        {
            parts.Add(new MailPart(row.RowKey, row.GetString("Reader")));
        }

        return parts;
    }

    /// <summary>Forgets that a notice went with its mail.</summary>
    internal Task ForgetAsync(Notice notice, CancellationToken cancellationToken) => notice.Mail is { } mail
        ? tables.Mails.RemoveAsync(MailMessage.IdOf(mail), notice.Key, cancellationToken)
        : Task.CompletedTask;

    private Task WriteAsync(IEnumerable<TableEntity> rows, CancellationToken cancellationToken) => IsKept
        ? tables.Mails.SubmitAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken)
        : Task.CompletedTask;
}
