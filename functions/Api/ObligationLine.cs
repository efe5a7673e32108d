using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Api;

/// <summary>An obligation as others read it: the lines of <c>obligations.jsonl</c>, in this order.</summary>
public sealed record ObligationLine(
    string Placement,
    string Duty,
    string Occurrence,
    string? CustodyHolder,
    string Kind,
    string Term,
    string AnchoredOn,
    string Due,
    string Status,
    string? ClosedOn,
    bool Breach,
    IReadOnlyList<string> Defects,
    string Law,
    string Explanation)
{
    public static ObligationLine Of(PlacementKey placement, Obligation obligation) => new(
        placement.Subject,
        obligation.DutyId,
        obligation.Occurrence,
        obligation.CustodyHolder,
        obligation.Kind.ToString(),
        obligation.Term.ToString().ToLowerInvariant(),
        obligation.AnchoredOn.Iso(),
        obligation.Due.Iso(),
        obligation.Status.ToString(),
        obligation.ClosedOn.Iso(),
        obligation.Breach,
        [.. obligation.Defects.Select(defect => defect.Id)],
        obligation.Law,
        obligation.Explanation);
}
