using Azure;
using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>
/// The obligations of each case, and the list of open ones by due date. The row of an obligation names every key under
/// which the list may have it, and whether the list is being changed: that is written before the list is touched, and
/// settled after. A crash anywhere between is mended by the next look, whatever has become of the obligation meanwhile.
/// What the list says of an obligation is kept so in the same way: its title may change where its key does not.
/// </summary>
public sealed class Obligations(Tables tables)
{
    /// <summary>Makes the rows of a placement say what the agenda says; writes only what changed.</summary>
    /// <param name="placement">Which.</param>
    /// <param name="obligations">What the agenda says.</param>
    /// <param name="look">When and why it was looked at, for the remark on what was closed and is open again.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    internal async Task WriteAsync(PlacementKey placement, IReadOnlyList<Obligation> obligations, LookReason look, CancellationToken cancellationToken)
    {
        Dictionary<string, TableEntity> stored = await ReadRowsAsync(placement, cancellationToken);
        Changed[] changed = [.. obligations.Select(obligation => Change(placement, obligation, stored, look)).OfType<Changed>()];
        await tables.Obligations.SubmitAsync(changed.Select(row => Upsert(row.Row)), cancellationToken);
        await IndexAsync(placement, changed, cancellationToken);
        HashSet<string> kept = [.. obligations.Select(ObligationRows.RowKeyOf)];
        await DropAsync(placement, [.. stored.Where(row => !kept.Contains(row.Key)).Select(row => row.Value)], cancellationToken);
    }

    /// <summary>The open obligations of a municipality by due date: one partition, in the order of keys.</summary>
    /// <param name="municipality">Which.</param>
    /// <param name="placements">Says which of its placements, by reference, are wanted; null: all.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public async Task<IReadOnlyList<OpenObligation>> OpenAsync(string municipality, Predicate<string>? placements, CancellationToken cancellationToken)
    {
        var open = new List<OpenObligation>();
        await foreach (Page<TableEntity> page in tables.OpenByDue.PartitionAsync(municipality, cancellationToken).AsPages())
        {
            open.AddRange(page.Values.Where(row => placements is null || placements(row.Text("Placement"))).Select(OpenObligation.Of));
        }

        return open;
    }

    /// <summary>What is said of obligations that were closed and are open again, by duty and occurrence.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReopenedAsync(PlacementKey placement, CancellationToken cancellationToken) =>
        (await ReadRowsAsync(placement, cancellationToken)).Values
            .Where(row => row.GetString(Reopening.Column) is not null)
            .ToDictionary(row => row.RowKey, row => row.Text(Reopening.Column), StringComparer.Ordinal);

    /// <summary>What people call the obligations of a placement, by duty and occurrence.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TitlesAsync(PlacementKey placement, CancellationToken cancellationToken) =>
        (await ReadRowsAsync(placement, cancellationToken)).Values.ToDictionary(row => row.RowKey, row => row.Text("Title"), StringComparer.Ordinal);

    private async Task<Dictionary<string, TableEntity>> ReadRowsAsync(PlacementKey placement, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, TableEntity>(StringComparer.Ordinal);
        foreach (TableEntity row in await tables.Obligations.WholePartitionAsync(placement.Partition, cancellationToken))
        {
            rows[row.RowKey] = row;
        }

        return rows;
    }

    /// <summary>What is to be written of an obligation; null when it and its place in the list are as they should be.</summary>
    private static Changed? Change(PlacementKey placement, Obligation obligation, Dictionary<string, TableEntity> stored, LookReason look)
    {
        TableEntity? known = stored.GetValueOrDefault(ObligationRows.RowKeyOf(obligation));
        string? reopened = Reopening.Of(obligation, known, look);
        string fingerprint = ObligationFingerprint.Of(obligation, reopened);
        string? key = obligation.IndexKey(placement);
        bool moved = known?.GetString(ObligationRows.Indexed) != key;
        if (known is not null && !moved)
        {
            if (known.GetString(ObligationFingerprint.Column) == fingerprint)
            {
                return null;
            }

            moved = key is not null && !obligation.IsListedAsIn(known);
        }

        string[] mayBeListedAs = [.. ObligationRows.KeysIn(known).Union(key is null ? [] : [key])];
        TableEntity row = obligation.ToRow(placement, fingerprint, moved ? ObligationRows.Moving(mayBeListedAs) : key);
        if (reopened is not null)
        {
            row[Reopening.Column] = reopened;
            row["Explanation"] = obligation.Saying(reopened).Explanation;
        }

        return new Changed(row, obligation, key, mayBeListedAs, moved);
    }

    private async Task IndexAsync(PlacementKey placement, Changed[] changed, CancellationToken cancellationToken)
    {
        Changed[] moved = [.. changed.Where(row => row.Moved)];
        await tables.OpenByDue.SubmitAsync(
            moved.Where(row => row.Key is not null).Select(row => Upsert(row.Obligation.ToIndexRow(placement))), cancellationToken);
        foreach (string old in moved.SelectMany(row => row.MayBeListedAs.Where(key => key != row.Key)))
        {
            await tables.OpenByDue.RemoveAsync(placement.Municipality, old, cancellationToken);
        }

        await tables.Obligations.SubmitAsync(moved.Select(row => Upsert(row.Marked())), cancellationToken);
    }

    private async Task DropAsync(PlacementKey placement, TableEntity[] rows, CancellationToken cancellationToken)
    {
        foreach (TableEntity row in rows)
        {
            foreach (string key in ObligationRows.KeysIn(row))
            {
                await tables.OpenByDue.RemoveAsync(placement.Municipality, key, cancellationToken);
            }

            await tables.Obligations.RemoveAsync(row.PartitionKey, row.RowKey, cancellationToken);
        }
    }

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    /// <summary>A row as it should be. Moved: the list is to be changed, or may not have been changed as it should.</summary>
    private sealed record Changed(TableEntity Row, Obligation Obligation, string? Key, IReadOnlyList<string> MayBeListedAs, bool Moved)
    {
        public TableEntity Marked()
        {
            Row[ObligationRows.Indexed] = Key;
            return Row;
        }
    }
}
