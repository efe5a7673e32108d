using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Watch;

namespace Rettidig.Functions.Placements;

/// <summary>The open placements of each municipality: who has them, where the child is, and when they are looked at next.</summary>
public sealed class OpenPlacements(Tables tables, Municipalities municipalities) : IOpenPlacements
{
    /// <summary>Writes what a look found. Nearly every look finds another moment for the next, so nobody asks what was there.</summary>
    internal Task WriteAsync(PlacementRow placement, CancellationToken cancellationToken) =>
        tables.Placements.UpsertEntityAsync(placement.ToRow(), TableUpdateMode.Replace, cancellationToken);

    /// <summary>Takes a placement off the list: it ended and nothing more will change.</summary>
    internal Task CloseAsync(PlacementKey placement, CancellationToken cancellationToken) =>
        tables.Placements.RemoveAsync(placement.Municipality, placement.Placement, cancellationToken);

    /// <summary>One open placement, or null.</summary>
    public async Task<PlacementRow?> FindAsync(PlacementKey placement, CancellationToken cancellationToken) =>
        await tables.Placements.FindAsync(placement.Municipality, placement.Placement, cancellationToken) is { } row ? PlacementRow.Of(row) : null;

    /// <summary>The open placements of a municipality, in ordinal order.</summary>
    public async IAsyncEnumerable<PlacementRow> AllAsync(string municipality, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TableEntity row in tables.Placements.PartitionAsync(municipality, cancellationToken))
        {
            yield return PlacementRow.Of(row);
        }
    }

    /// <summary>The open placements of a municipality from the one after a reference, in ordinal order.</summary>
    internal async IAsyncEnumerable<PlacementRow> AfterAsync(string municipality, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // No reference sorts between one and the same one with the lowest letter references may hold behind it.
        string from = after is null ? "" : after + "-";
        await foreach (TableEntity row in tables.Placements.RangeAsync(municipality, from, "~", cancellationToken))
        {
            yield return PlacementRow.Of(row);
        }
    }

    public async Task<IReadOnlyList<string>> MunicipalitiesAsync(CancellationToken cancellationToken) =>
        [.. (await municipalities.ReadAsync(cancellationToken)).Select(municipality => municipality.Code)];

    public async IAsyncEnumerable<OpenPlacement> OpenAsync(string municipality, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (PlacementRow row in AllAsync(municipality, cancellationToken))
        {
            yield return new OpenPlacement(row.Placement, row.WakeAt);
        }
    }
}
