using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Erasure;

/// <summary>
/// Every row that is about a placement, in every table: what an access request shows and what an erasure takes away are
/// the same by construction.
/// </summary>
public sealed class HeldRows(Tables tables)
{
    /// <summary>The log first, and its head before the rest: from then on nothing can be added to it.</summary>
    internal async IAsyncEnumerable<HeldRow> ReadAsync(PlacementKey placement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TableEntity row in tables.CaseEvents.PartitionAsync(placement.Partition, cancellationToken).OrderBy(row => row.RowKey == "head" ? 0 : 1))
        {
            yield return new HeldRow(tables.CaseEvents, row);
        }

        foreach (TableClient own in new[] { tables.Obligations, tables.Notices })
        {
            await foreach (TableEntity row in own.PartitionAsync(placement.Partition, cancellationToken))
            {
                yield return new HeldRow(own, row);
            }
        }

        await foreach (HeldRow row in AmongOthersAsync(placement, cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>In the partitions it shares with the other placements of its municipality, and among the mails.</summary>
    private async IAsyncEnumerable<HeldRow> AmongOthersAsync(PlacementKey placement, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (TableClient listed in new[] { tables.OpenByDue, tables.Outbox })
        {
            await foreach (TableEntity row in listed.PartitionAsync(placement.Municipality, cancellationToken))
            {
                if (row.GetString("Placement") == placement.Placement)
                {
                    yield return new HeldRow(listed, row);
                }
            }
        }

        foreach (TableClient one in new[] { tables.Placements, tables.Unreconciled, tables.Ended })
        {
            if (await one.FindAsync(placement.Municipality, placement.Placement, cancellationToken) is { } row)
            {
                yield return new HeldRow(one, row);
            }
        }

        // Row keys that begin with the placement, whatever the mail: ';' is the character after ':'.
        string mails = TableClient.CreateQueryFilter($"RowKey ge {placement.Partition + ":"} and RowKey lt {placement.Partition + ";"}");
        await foreach (TableEntity row in tables.Mails.QueryAsync<TableEntity>(mails, cancellationToken: cancellationToken))
        {
            yield return new HeldRow(tables.Mails, row);
        }
    }
}
