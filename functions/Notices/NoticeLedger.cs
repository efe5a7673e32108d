using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Notices;

/// <summary>The ledger: every notice there ever was, and what came of it.</summary>
public sealed class NoticeLedger(Tables tables)
{
    /// <summary>The notices of a placement, in ordinal order of their keys.</summary>
    public async Task<IReadOnlyList<Notice>> ReadAsync(PlacementKey placement, CancellationToken cancellationToken)
    {
        var notices = new List<Notice>();
        await foreach (TableEntity row in tables.Notices.PartitionAsync(placement.Partition, cancellationToken))
        {
            notices.Add(row.ToNotice());
        }

        return notices;
    }

    /// <summary>The notices of a placement as a look at it needs them.</summary>
    internal async Task<LedgerReading> ReadForLookAsync(PlacementKey placement, CancellationToken cancellationToken)
    {
        List<TableEntity> rows = await tables.Notices.WholePartitionAsync(placement.Partition, cancellationToken);
        var handled = new HashSet<string>(rows.Count, StringComparer.Ordinal);
        var open = new List<Notice>();
        foreach (TableEntity row in rows)
        {
            if (LedgerReading.MayChange(NoticeRows.StateOf(row), NoticeRows.IsUntold(row)))
            {
                open.Add(row.ToNotice());
            }
            else
            {
                handled.Add(row.RowKey);
            }
        }

        return new LedgerReading(handled, open);
    }

    /// <summary>One notice by its key, or null.</summary>
    public async Task<Notice?> FindAsync(PlacementKey placement, string key, CancellationToken cancellationToken)
    {
        string row = key[(placement.Partition.Length + 1)..];
        return await tables.Notices.FindAsync(placement.Partition, row, cancellationToken) is { } found ? found.ToNotice() : null;
    }

    /// <summary>Every notice, of whatever placement, that a mail was first tried with at a moment or later.</summary>
    public async IAsyncEnumerable<Notice> TriedSinceAsync(Instant moment, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string filter = TableClient.CreateQueryFilter($"SendingAt ge {moment.ToDateTimeOffset()}");
        await foreach (TableEntity row in tables.Notices.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            yield return row.ToNotice();
        }
    }

    /// <summary>
    /// Writes new notices (insert if absent) and changed ones (if nobody changed them since they were read), all of one
    /// placement.
    /// </summary>
    /// <exception cref="RequestFailedException">Somebody else was first (409 or 412); look again.</exception>
    internal Task WriteAsync(IEnumerable<Notice> notices, CancellationToken cancellationToken) =>
        tables.Notices.SubmitAsync(notices.Select(Action), cancellationToken);

    /// <summary>Changes one notice, if nobody changed it since it was read.</summary>
    internal async Task<Notice> ChangeAsync(Notice notice, CancellationToken cancellationToken)
    {
        Response written = await tables.Notices.UpdateEntityAsync(notice.ToRow(), notice.ETag, TableUpdateMode.Replace, cancellationToken);
        return written.Headers.ETag is { } etag
            ? notice with { ETag = etag }
            : await FindAsync(notice.Placement, notice.Key, cancellationToken) ?? notice;
    }

    private static TableTransactionAction Action(Notice notice) => notice.ETag == default
        ? new TableTransactionAction(TableTransactionActionType.Add, notice.ToRow())
        : new TableTransactionAction(TableTransactionActionType.UpdateReplace, notice.ToRow(), notice.ETag);
}
