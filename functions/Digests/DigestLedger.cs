using Azure;
using Azure.Data.Tables;
using NodaTime;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Digests;

/// <summary>What each manager was sent in each week.</summary>
public sealed class DigestLedger(Tables tables)
{
    /// <summary>A manager's weeks, oldest first.</summary>
    public async Task<IReadOnlyList<DigestEntry>> ReadAsync(string municipality, string manager, CancellationToken cancellationToken)
    {
        var entries = new List<DigestEntry>();
        await foreach (TableEntity row in tables.Digests.RangeAsync(municipality, $"{manager}:", $"{manager};", cancellationToken))
        {
            entries.Add(new DigestEntry(
                row.RowKey[(manager.Length + 1)..],
                Dates.ParseDate(row.Text("Day")),
                Enum.Parse<DigestMailKind>(row.Text("Mail")),
                new DigestTotals(Count(row, "Overdue"), Count(row, "Escalated"), Count(row, "DueSoon"), Count(row, "Chases")),
                row.GetBoolean("Done") ?? false)
            {
                Tried = row.GetString("Tried")?.Split(' ') ?? [],
                Unanswered = Count(row, "Unanswered"),
                Ambiguous = Count(row, "Ambiguous"),
                IsSending = row.GetBoolean("Sending") ?? false,
                Version = row.ETag,
            });
        }

        return entries;
    }

    /// <summary>Writes a week, unless somebody else has written it since it was read.</summary>
    /// <returns>The entry as it may be written next.</returns>
    /// <exception cref="RequestFailedException">Somebody has (412), or the week is no more (404).</exception>
    internal async Task<DigestEntry> WriteAsync(string municipality, string manager, DigestEntry entry, CancellationToken cancellationToken)
    {
        var row = new TableEntity(municipality, $"{manager}:{entry.Week}")
        {
            ["Day"] = entry.Day.Iso(),
            ["Mail"] = entry.Mail.ToString(),
            ["Overdue"] = entry.Totals.Overdue,
            ["Escalated"] = entry.Totals.Escalated,
            ["DueSoon"] = entry.Totals.DueSoon,
            ["Chases"] = entry.Totals.Chases,
            ["Done"] = entry.IsDone,
            ["Tried"] = entry.Tried.Count == 0 ? null : string.Join(' ', entry.Tried),
            ["Unanswered"] = entry.Unanswered,
            ["Ambiguous"] = entry.Ambiguous,
            ["Sending"] = entry.IsSending,
        };
        Response written = entry.Version == default
            ? await tables.Digests.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken)
            : await tables.Digests.UpdateEntityAsync(row, entry.Version, TableUpdateMode.Replace, cancellationToken);
        return entry with { Version = written.Headers.ETag ?? default };
    }

    /// <summary>Forgets the weeks up to and including a day, and which mails they went with.</summary>
    internal async Task ForgetUntilAsync(string municipality, LocalDate last, CancellationToken cancellationToken)
    {
        List<TableEntity> old = await tables.Digests.PartitionAsync(municipality, cancellationToken)
            .Where(row => Dates.ParseDate(row.Text("Day")) <= last)
            .ToListAsync(cancellationToken);
        if (old.Count == 0)
        {
            return;
        }

        // The mails first: after a crash between the two, the weeks are still there to find them by.
        HashSet<string> parts = [.. old.Select(row => MailPart.OfDigest(municipality, row.RowKey))];
        string mails = TableClient.CreateQueryFilter($"RowKey ge {parts.Min(StringComparer.Ordinal)} and RowKey le {parts.Max(StringComparer.Ordinal)}");
        await foreach (TableEntity mail in tables.Mails.QueryAsync<TableEntity>(mails, cancellationToken: cancellationToken).Where(row => parts.Contains(row.RowKey)))
        {
            await tables.Mails.RemoveAsync(mail.PartitionKey, mail.RowKey, cancellationToken);
        }

        await tables.Digests.SubmitAsync(
            old.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, row.RowKey), ETag.All)), cancellationToken);
    }

    private static int Count(TableEntity row, string name) => row.GetInt32(name) ?? 0;
}
