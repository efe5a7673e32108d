using Azure;
using Azure.Data.Tables;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>Placements with facts nobody has looked at yet. Empty nearly always: a row lives as long as a look takes.</summary>
public sealed class UnreconciledList(Tables tables, TimeProvider time)
{
    /// <summary>Says that there are facts up to the number to look at.</summary>
    public Task AddAsync(PlacementKey placement, long seq, CancellationToken cancellationToken)
    {
        var row = new TableEntity(placement.Municipality, placement.Placement) { ["Seq"] = seq, ["Since"] = time.GetUtcNow() };
        return tables.Unreconciled.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Says that a placement must be looked at though no fact has come. A row that is there asks for a look already.</summary>
    internal async Task OweAsync(PlacementKey placement, CancellationToken cancellationToken)
    {
        if (await FindAsync(placement, cancellationToken) is null)
        {
            await AddAsync(placement, 0, cancellationToken);
        }
    }

    /// <summary>How many placements of a municipality, or of all, must be looked at though no fact has come.</summary>
    internal async Task<int> CountOwedAsync(string? municipality, CancellationToken cancellationToken)
    {
        int owed = 0;
        await foreach (TableEntity row in tables.Unreconciled.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            owed += row.GetInt64("Seq") == 0 && (municipality is null || row.PartitionKey == municipality) ? 1 : 0;
        }

        return owed;
    }

    /// <summary>The row as it stands before a look begins, or null.</summary>
    internal Task<TableEntity?> FindAsync(PlacementKey placement, CancellationToken cancellationToken) =>
        tables.Unreconciled.FindAsync(placement.Municipality, placement.Placement, cancellationToken);

    /// <summary>
    /// Takes away the row found before a look. Facts that came while it went on have written the row anew: then it has
    /// another ETag and stays.
    /// </summary>
    internal async Task RemoveAsync(TableEntity found, CancellationToken cancellationToken)
    {
        try
        {
            await tables.Unreconciled.DeleteEntityAsync(found.PartitionKey, found.RowKey, found.ETag, cancellationToken);
        }
        catch (RequestFailedException newer) when (newer.Status is 404 or 412)
        {
            // Another look took it, or newer facts wait for the next look.
        }
    }

    /// <summary>Placements whose facts have waited since before the moment: their signal was lost.</summary>
    public async Task<IReadOnlyList<PlacementKey>> WaitingSinceAsync(Instant before, CancellationToken cancellationToken)
    {
        var waiting = new List<PlacementKey>();
        await foreach (TableEntity row in tables.Unreconciled.QueryAsync<TableEntity>(cancellationToken: cancellationToken))
        {
            if (row.GetInstant("Since") < before)
            {
                waiting.Add(new PlacementKey(row.PartitionKey, row.RowKey));
            }
        }

        return waiting;
    }
}
