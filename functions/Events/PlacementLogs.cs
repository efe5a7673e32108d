using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Events;

/// <summary>Every placement's log, one after the other: for what looks at a whole caseload and keeps none of it.</summary>
public sealed class PlacementLogs(Tables tables)
{
    // Just above and just below every event row, and every placement of a municipality: ';' is the character after ':'.
    private const string FirstEvent = "e:";
    private const string AfterEvents = "e;";

    /// <summary>The logs in the order of partitions, each as long as it is now. Only the one handed out is in memory.</summary>
    /// <param name="municipality">Only this one; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<StoredLog> ReadAsync(string? municipality, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (TableEntity row in Query(municipality, cancellationToken))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                yield return new StoredLog(PlacementKey.Parse(rows[0].PartitionKey), rows);
                rows = [];
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            yield return new StoredLog(PlacementKey.Parse(rows[0].PartitionKey), rows);
        }
    }

    private AsyncPageable<TableEntity> Query(string? municipality, CancellationToken cancellationToken) => tables.CaseEvents.QueryAsync<TableEntity>(
        municipality is null
            ? TableClient.CreateQueryFilter($"RowKey ge {FirstEvent} and RowKey lt {AfterEvents}")
            : TableClient.CreateQueryFilter($"PartitionKey ge {municipality + ":"} and PartitionKey lt {municipality + ";"} and RowKey ge {FirstEvent} and RowKey lt {AfterEvents}"),
        cancellationToken: cancellationToken);
}
