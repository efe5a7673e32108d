using Azure.Data.Tables;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>An open placement as the last look left it.</summary>
/// <param name="Placement">Which.</param>
/// <param name="Caseworker">Staff id on the day of the look; null before a decision.</param>
/// <param name="Site">The case system's reference of the site; null before the start.</param>
/// <param name="WakeAt">When it is looked at next without news.</param>
/// <param name="Seq">The last event the look saw.</param>
public sealed record PlacementRow(PlacementKey Placement, string? Caseworker, string? Site, Instant WakeAt, long Seq)
{
    internal static PlacementRow Of(TableEntity row) => new(
        new PlacementKey(row.PartitionKey, row.RowKey),
        row.GetString("Caseworker"),
        row.GetString("Site"),
        row.GetInstant("WakeAt")!.Value,
        row.GetInt64("Seq")!.Value);

    internal TableEntity ToRow() => new(Placement.Municipality, Placement.Placement)
    {
        ["Caseworker"] = Caseworker,
        ["Site"] = Site,
        ["WakeAt"] = WakeAt.ToDateTimeOffset(),
        ["Seq"] = Seq,
    };
}
