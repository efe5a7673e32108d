using Azure.Data.Tables;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Erasure;

/// <summary>The placements that have ended and have nothing open, and when: what retention looks through.</summary>
public sealed class EndedPlacements(Tables tables)
{
    internal Task AddAsync(PlacementKey placement, LocalDate endedOn, CancellationToken cancellationToken) =>
        tables.Ended.UpsertEntityAsync(
            new TableEntity(placement.Municipality, placement.Placement) { ["EndedOn"] = endedOn.Iso() }, TableUpdateMode.Replace, cancellationToken);

    /// <summary>Those that ended on a day or before it.</summary>
    internal async IAsyncEnumerable<PlacementKey> UntilAsync(
        string municipality, LocalDate day, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (TableEntity row in tables.Ended.PartitionAsync(municipality, cancellationToken))
        {
            if (row.GetDate("EndedOn") <= day)
            {
                yield return new PlacementKey(municipality, row.RowKey);
            }
        }
    }
}
