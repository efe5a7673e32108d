using Azure.Data.Tables;
using NodaTime;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Notices;

/// <summary>
/// The mails that were left open, for those who look: on the overview, and in <c>rettidig doctor</c>. The ledgers decide
/// what is sent; this only tells, so a row lost or late changes nothing. Kept for a month.
/// </summary>
public sealed class UncertainMails(Tables tables, TimeProvider time)
{
    /// <summary>For how long pages and commands tell of one.</summary>
    public static readonly Duration Told = Duration.FromDays(14);

    private static readonly Duration Kept = Duration.FromDays(31);

    /// <summary>What is said of a mail that was being sent when the process died.</summary>
    public const string Died = "Tjenesten stoppede, mens mailen blev sendt.";

    /// <summary>Those of the last two weeks, newest first.</summary>
    public async Task<IReadOnlyList<UncertainMail>> ReadAsync(string municipality, CancellationToken cancellationToken)
    {
        var mails = new List<UncertainMail>();
        await foreach (TableEntity row in tables.Uncertain.PartitionAsync(municipality, cancellationToken))
        {
            if (Of(row) is var mail && mail.At >= time.Now() - Told)
            {
                mails.Add(mail);
            }
        }

        return [.. mails.OrderByDescending(mail => mail.At).ThenBy(mail => mail.Mail, StringComparer.Ordinal)];
    }

    /// <summary>Notes that a mail may or may not have gone.</summary>
    /// <param name="municipality">Three digits.</param>
    /// <param name="key">The mail's key.</param>
    /// <param name="kind">What the mail is for.</param>
    /// <param name="recipient">As the ledger names them.</param>
    /// <param name="reason">Why nobody knows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task NoteAsync(string municipality, string key, MailKind kind, string recipient, string reason, CancellationToken cancellationToken)
    {
        await ForgetOldAsync(municipality, cancellationToken);
        var row = new TableEntity(municipality, MailMessage.IdOf(key))
        {
            ["At"] = time.GetUtcNow(),
            ["Kind"] = kind.ToString(),
            ["Recipient"] = RecipientName.IsSite(recipient) ? null : RecipientName.Shown(recipient),
            ["Reason"] = reason,
            ["Fate"] = nameof(UncertainFate.Open),
        };
        await tables.Uncertain.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Notes what came of it; does nothing for a mail that was never open.</summary>
    /// <param name="municipality">Three digits.</param>
    /// <param name="mail">The mail's name to the outside.</param>
    /// <param name="fate">What came of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task SettleAsync(string municipality, string mail, UncertainFate fate, CancellationToken cancellationToken)
    {
        if (await tables.Uncertain.FindAsync(municipality, mail, cancellationToken) is { } row && row.GetString("Fate") == nameof(UncertainFate.Open))
        {
            row["Fate"] = fate.ToString();
            await tables.Uncertain.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        }
    }

    private async Task ForgetOldAsync(string municipality, CancellationToken cancellationToken)
    {
        await foreach (TableEntity row in tables.Uncertain.PartitionAsync(municipality, cancellationToken))
        {
            if (Of(row).At < time.Now() - Kept)
            {
                await tables.Uncertain.RemoveAsync(municipality, row.RowKey, cancellationToken);
            }
        }
    }

    private static UncertainMail Of(TableEntity row) => new(
        row.PartitionKey,
        row.RowKey,
        row.GetInstant("At")!.Value,
        Enum.Parse<MailKind>(row.Text("Kind")),
        row.GetString("Recipient"),
        row.Text("Reason"),
        Enum.Parse<UncertainFate>(row.Text("Fate")));
}
