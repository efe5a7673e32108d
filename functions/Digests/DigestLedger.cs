using Azure.Data.Tables;
using Rettidig.Functions.Mail;
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
            });
        }

        return entries;
    }

    internal Task WriteAsync(string municipality, string manager, DigestEntry entry, CancellationToken cancellationToken)
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
        return tables.Digests.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private static int Count(TableEntity row, string name) => row.GetInt32(name) ?? 0;
}
