using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Notices;

/// <summary>
/// What waits to be sent, by municipality. A list to find things by, never the truth: whoever sends asks the ledger
/// whether the notice still waits.
/// </summary>
public sealed class Outbox(Tables tables)
{
    /// <summary>Puts in what waits. Repeating it is harmless, and mends a crash between ledger and outbox.</summary>
    internal Task AddAsync(string municipality, IEnumerable<Notice> notices, CancellationToken cancellationToken) =>
        tables.Outbox.SubmitAsync(
            notices.Select(notice => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(municipality, notice))),
            cancellationToken);

    /// <summary>Takes out what has an outcome.</summary>
    internal async Task RemoveAsync(IEnumerable<Notice> notices, CancellationToken cancellationToken)
    {
        foreach (Notice notice in notices)
        {
            await tables.Outbox.RemoveAsync(notice.Placement.Municipality, RowKey(notice.Role, notice.Key), cancellationToken);
        }
    }

    /// <summary>What waits in a municipality, in the order of keys.</summary>
    public async Task<IReadOnlyList<OutboxEntry>> ReadAsync(string municipality, CancellationToken cancellationToken)
    {
        var entries = new List<OutboxEntry>();
        await foreach (TableEntity row in tables.Outbox.PartitionAsync(municipality, cancellationToken))
        {
            entries.Add(new OutboxEntry(
                new PlacementKey(row.PartitionKey, row.Text("Placement")),
                row.Text("Notice"),
                NoticeRows.RoleOf(row.Text("Role")),
                row.GetString("Site"),
                row.GetBoolean("SameDay") ?? false));
        }

        return entries;
    }

    /// <summary>Whether anything waits in a municipality that goes the same day. Asked at every tick, so it reads one column.</summary>
    public ValueTask<bool> HasForTodayAsync(string municipality, CancellationToken cancellationToken) =>
        tables.Outbox.PartitionAsync(municipality, cancellationToken).AnyAsync(row => row.GetBoolean("SameDay") ?? false, cancellationToken);

    /// <summary>Takes out an entry whose notice no longer waits.</summary>
    internal Task RemoveAsync(OutboxEntry entry, CancellationToken cancellationToken) =>
        tables.Outbox.RemoveAsync(entry.Placement.Municipality, RowKey(entry.Role, entry.Notice), cancellationToken);

    // The recipient in the key is the role: who that is, is looked up when the mail is sent (docs/decisions/0006).
    private static string RowKey(Role role, string notice) => $"{role.Text()}:{notice}";

    private static TableEntity Row(string municipality, Notice notice) => new(municipality, RowKey(notice.Role, notice.Key))
    {
        ["SameDay"] = notice.Urgent || notice.MissedItsMorning,
        ["Placement"] = notice.Placement.Placement,
        ["Notice"] = notice.Key,
        ["Role"] = notice.Role.Text(),
        ["Site"] = notice.Site,
    };
}
