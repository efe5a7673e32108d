using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>How an obligation stands in its rows: the whole of it under its case, and by due date while it is open.</summary>
internal static class ObligationRows
{
    /// <summary>The column that says under which key the open list has it: how a move or a close finds the row to delete.</summary>
    public const string Indexed = "Indexed";

    public static TableEntity ToRow(this Obligation obligation, PlacementKey placement) => new(placement.Partition, $"{obligation.DutyId}:{obligation.Occurrence}")
    {
        ["Duty"] = obligation.DutyId,
        ["Title"] = obligation.Title,
        ["Occurrence"] = obligation.Occurrence,
        ["CustodyHolder"] = obligation.CustodyHolder,
        ["Site"] = obligation.Site,
        ["Kind"] = obligation.Kind.ToString(),
        ["Term"] = obligation.Term.ToString(),
        ["AnchoredOn"] = obligation.AnchoredOn.Iso(),
        ["Due"] = obligation.Due.Iso(),
        ["Status"] = obligation.Status.ToString(),
        ["ClosedOn"] = obligation.ClosedOn.Iso(),
        ["Breach"] = obligation.Breach,
        ["Defects"] = obligation.Defects.Count == 0 ? null : string.Join(' ', obligation.Defects.Select(defect => defect.Id)),
        ["Law"] = obligation.Law,
        ["Explanation"] = obligation.Explanation,
    };

    /// <summary>The key in the open list; null for what is closed.</summary>
    public static string? IndexKey(this Obligation obligation, PlacementKey placement) =>
        obligation.IsOpen ? $"{obligation.Due.Iso()}:{placement.Placement}:{obligation.DutyId}:{obligation.Occurrence}" : null;

    public static TableEntity ToIndexRow(this Obligation obligation, PlacementKey placement) => new(placement.Municipality, obligation.IndexKey(placement)!)
    {
        ["Placement"] = placement.Placement,
        ["Duty"] = obligation.DutyId,
        ["Occurrence"] = obligation.Occurrence,
        ["Due"] = obligation.Due.Iso(),
        ["Kind"] = obligation.Kind.ToString(),
        ["Site"] = obligation.Site,
        ["AnchoredOn"] = obligation.AnchoredOn.Iso(),
    };
}
