using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>How an obligation stands in its rows: the whole of it under its case, and by due date while it is open.</summary>
internal static class ObligationRows
{
    /// <summary>The column that names the keys under which the open list may have it: how a move or a close finds the rows to delete.</summary>
    public const string Indexed = "Indexed";

    /// <summary>Stands before the keys while the list is being changed. No key is this.</summary>
    private const string BeingMoved = "?";

    /// <summary>The keys in the column; none where there is no row yet.</summary>
    public static IEnumerable<string> KeysIn(TableEntity? row) => row?.GetString(Indexed)?.Split(' ').Where(key => key != BeingMoved) ?? [];

    /// <summary>What the column holds while the list is being changed. No key has a space in it.</summary>
    public static string Moving(IEnumerable<string> keys) => string.Join(' ', keys.Prepend(BeingMoved));

    /// <summary>The row key.</summary>
    public static string RowKeyOf(Obligation obligation) => string.Concat(obligation.DutyId, ":", obligation.Occurrence);

    /// <param name="obligation">What the agenda says.</param>
    /// <param name="placement">Whose.</param>
    /// <param name="fingerprint">What it says, in short.</param>
    /// <param name="indexed">The keys under which the open list may have it.</param>
    public static TableEntity ToRow(this Obligation obligation, PlacementKey placement, string fingerprint, string? indexed) => new(placement.Partition, RowKeyOf(obligation))
    {
        // First come those that every look asks for.
        [ObligationFingerprint.Column] = fingerprint,
        [Indexed] = indexed,
        ["Status"] = obligation.Status.ToString(),
        ["Duty"] = obligation.DutyId,
        ["Title"] = obligation.Title,
        ["Occurrence"] = obligation.Occurrence,
        ["CustodyHolder"] = obligation.CustodyHolder,
        ["Site"] = obligation.Site,
        ["Kind"] = obligation.Kind.ToString(),
        ["Term"] = obligation.Term.ToString(),
        ["AnchoredOn"] = obligation.AnchoredOn.Iso(),
        ["Due"] = obligation.Due.Iso(),
        ["ClosedOn"] = obligation.ClosedOn.Iso(),
        ["Breach"] = obligation.Breach,
        ["Defects"] = obligation.Defects.Count == 0 ? null : string.Join(' ', obligation.Defects.Select(defect => defect.Id)),
        ["Law"] = obligation.Law,
        ["Explanation"] = obligation.Explanation,
    };

    /// <summary>The key in the open list; null for what is closed.</summary>
    public static string? IndexKey(this Obligation obligation, PlacementKey placement) =>
        obligation.IsOpen ? $"{obligation.Due.Iso()}:{placement.Placement}:{obligation.DutyId}:{obligation.Occurrence}" : null;

    /// <summary>Whether the list says the same of it as its row did: the columns below that are not in the key.</summary>
    public static bool IsListedAsIn(this Obligation obligation, TableEntity known) =>
        known.GetString("Title") == obligation.Title && known.GetString("Kind") == obligation.Kind.ToString() &&
        known.GetString("Site") == obligation.Site && known.GetString("AnchoredOn") == obligation.AnchoredOn.Iso();

    public static TableEntity ToIndexRow(this Obligation obligation, PlacementKey placement) => new(placement.Municipality, obligation.IndexKey(placement)!)
    {
        ["Placement"] = placement.Placement,
        ["Duty"] = obligation.DutyId,
        ["Title"] = obligation.Title,
        ["Occurrence"] = obligation.Occurrence,
        ["Due"] = obligation.Due.Iso(),
        ["Kind"] = obligation.Kind.ToString(),
        ["Site"] = obligation.Site,
        ["AnchoredOn"] = obligation.AnchoredOn.Iso(),
    };
}
