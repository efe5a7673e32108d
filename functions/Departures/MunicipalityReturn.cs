using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Rettidig.Domain;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Events;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Departures;

/// <summary>
/// Puts rows back that were handed out: after a loss, or in another installation. Notices come back with what was sent, so
/// nothing is sent twice. The municipality's own row comes last: until then no round and no digest begins.
/// </summary>
public sealed class MunicipalityReturn(
    MunicipalityTables tables, Tables all, Municipalities municipalities, UnreconciledList unreconciled, ILogger<MunicipalityReturn> logger)
{
    /// <summary>Rows a transaction: with the largest events there are, less than the four megabytes it may hold.</summary>
    private const int AtOnce = 40;

    /// <summary>Puts some rows of a table back. Safe to repeat.</summary>
    /// <returns>Null where the table is not known; false where the municipality is here already.</returns>
    /// <exception cref="FormatException">A row is none, or another's; none of them was put back.</exception>
    public async Task<bool?> PutAsync(string municipality, string table, IEnumerable<JsonObject> rows, CancellationToken cancellationToken)
    {
        if (tables.Of(municipality).FirstOrDefault(one => one.Table.Name == table) is not ({ } target, _))
        {
            return null;
        }

        if (await all.Municipalities.FindAsync("all", municipality, cancellationToken) is not null)
        {
            return false;
        }

        TableEntity[] read = [.. rows.Select(row => Own(municipality, target, RowJson.Row(row)))];
        foreach (IGrouping<string, TableEntity> partition in read.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            foreach (TableEntity[] some in partition.Chunk(AtOnce))
            {
                await target.SubmitAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, row)), cancellationToken);
            }
        }

        await FollowAsync(municipality, target, read, cancellationToken);
        Log.PutBack(logger, municipality, read.Length, table);
        return true;
    }

    /// <summary>Nobody follows the open placements yet: the next tick begins to.</summary>
    private async Task FollowAsync(string municipality, TableClient table, TableEntity[] rows, CancellationToken cancellationToken)
    {
        if (table.Name == all.Placements.Name)
        {
            foreach (TableEntity row in rows)
            {
                await unreconciled.OweAsync(new PlacementKey(municipality, row.RowKey), cancellationToken);
            }
        }
        else if (table.Name == all.Municipalities.Name)
        {
            await municipalities.MeetAsync(municipality, cancellationToken);
        }
    }

    private static TableEntity Own(string municipality, TableClient table, TableEntity row)
    {
        if (!MunicipalityTables.Holds(municipality, table, row))
        {
            throw new FormatException($"A row of {table.Name} is not about {municipality}.");
        }

        if (table.Name == nameof(Tables.CaseEvents) && row.RowKey == CaseLog.Head)
        {
            row[CaseLog.Name] = CaseLog.NewName();
        }

        return row;
    }
}
