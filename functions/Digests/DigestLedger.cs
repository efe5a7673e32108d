using Azure.Data.Tables;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Digests;

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
                row.GetBoolean("Done") ?? false));
        }

        return entries;
    }

    internal Task WriteAsync(DigestOrder order, DigestDraft draft, bool done, CancellationToken cancellationToken)
    {
        var row = new TableEntity(order.Week.Municipality, $"{order.Manager}:{order.Week.Week}")
        {
            ["Day"] = draft.Day.Iso(),
            ["Mail"] = draft.Kind.ToString(),
            ["Overdue"] = draft.Totals.Overdue,
            ["Escalated"] = draft.Totals.Escalated,
            ["DueSoon"] = draft.Totals.DueSoon,
            ["Chases"] = draft.Totals.Chases,
            ["Done"] = done,
        };
        return tables.Digests.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    private static int Count(TableEntity row, string name) => row.GetInt32(name) ?? 0;
}
