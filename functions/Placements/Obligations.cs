using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>
/// The obligations of each case, and the list of open ones by due date. The row of an obligation remembers under which key
/// the list has it, so a crash between the two is mended by the next look.
/// </summary>
public sealed class Obligations(Tables tables)
{
    /// <summary>Makes the rows of a placement say what the agenda says; writes only what changed.</summary>
    internal async Task WriteAsync(PlacementKey placement, IReadOnlyList<Obligation> obligations, CancellationToken cancellationToken)
    {
        Dictionary<string, TableEntity> stored = await ReadRowsAsync(placement, cancellationToken);
        Wanted[] wanted = [.. obligations.Select(obligation => Want(placement, obligation, stored))];
        await tables.Obligations.SubmitAsync(wanted.Where(row => !row.Row.HoldsTheSameAs(row.Stored)).Select(row => Upsert(row.Row)), cancellationToken);
        await IndexAsync(placement, wanted, cancellationToken);
        HashSet<string> kept = [.. wanted.Select(row => row.Row.RowKey)];
        await DropAsync(placement, [.. stored.Values.Where(row => !kept.Contains(row.RowKey))], cancellationToken);
    }

    /// <summary>The open obligations of a municipality by due date: one partition, in the order of keys.</summary>
    public async Task<IReadOnlyList<OpenObligation>> OpenAsync(string municipality, CancellationToken cancellationToken)
    {
        var open = new List<OpenObligation>();
        await foreach (TableEntity row in tables.OpenByDue.PartitionAsync(municipality, cancellationToken))
        {
            open.Add(OpenObligation.Of(row));
        }

        return open;
    }

    private async Task<Dictionary<string, TableEntity>> ReadRowsAsync(PlacementKey placement, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (TableEntity row in tables.Obligations.PartitionAsync(placement.Partition, cancellationToken))
        {
            rows[row.RowKey] = row;
        }

        return rows;
    }

    private static Wanted Want(PlacementKey placement, Obligation obligation, Dictionary<string, TableEntity> stored)
    {
        TableEntity row = obligation.ToRow(placement);
        TableEntity? known = stored.GetValueOrDefault(row.RowKey);
        row[ObligationRows.Indexed] = known?.GetString(ObligationRows.Indexed);
        return new Wanted(obligation, row, known);
    }

    private async Task IndexAsync(PlacementKey placement, Wanted[] wanted, CancellationToken cancellationToken)
    {
        Wanted[] moved = [.. wanted.Where(row => row.Obligation.IndexKey(placement) != row.IndexedAs)];
        await tables.OpenByDue.SubmitAsync(
            moved.Where(row => row.Obligation.IsOpen).Select(row => Upsert(row.Obligation.ToIndexRow(placement))), cancellationToken);
        foreach (string old in moved.Select(row => row.IndexedAs).OfType<string>())
        {
            await tables.OpenByDue.RemoveAsync(placement.Municipality, old, cancellationToken);
        }

        await tables.Obligations.SubmitAsync(moved.Select(row => Upsert(row.MarkedAs(row.Obligation.IndexKey(placement)))), cancellationToken);
    }

    private async Task DropAsync(PlacementKey placement, TableEntity[] rows, CancellationToken cancellationToken)
    {
        foreach (TableEntity row in rows)
        {
            if (row.GetString(ObligationRows.Indexed) is { } index)
            {
                await tables.OpenByDue.RemoveAsync(placement.Municipality, index, cancellationToken);
            }

            await tables.Obligations.RemoveAsync(row.PartitionKey, row.RowKey, cancellationToken);
        }
    }

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private sealed record Wanted(Obligation Obligation, TableEntity Row, TableEntity? Stored)
    {
        public string? IndexedAs => Row.GetString(ObligationRows.Indexed);

        public TableEntity MarkedAs(string? key)
        {
            Row[ObligationRows.Indexed] = key;
            return Row;
        }
    }
}
