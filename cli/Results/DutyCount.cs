using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;

namespace Rettidig.Cli.Results;

/// <summary>How one duty fared: each of its occurrences is counted in one of the columns, and breaches besides.</summary>
internal sealed record DutyCount(string Title, DutyKind Kind, int All, int Met, int WithDefects, int Late, int Pending, int Overdue, int NotClosed, int Breaches)
{
    /// <summary>Closed by its due date, whether or not something was lacking.</summary>
    public int InTime => Met + WithDefects;

    /// <summary>Somebody still has to do something.</summary>
    public int Open => Pending + Overdue;

    /// <summary>The duties that occurred, in the order of the rule book.</summary>
    public static IReadOnlyList<DutyCount> Of(IReadOnlyList<PlacementObligation> obligations)
    {
        ILookup<string, Obligation> byDuty = obligations.ToLookup(row => row.Obligation.DutyId, row => row.Obligation, StringComparer.Ordinal);
        return [.. RuleBook.Standard.Duties.Where(duty => byDuty.Contains(duty.Id)).Select(duty => Of(duty.Title, duty.Kind, [.. byDuty[duty.Id]]))];
    }

    /// <summary>All duties together.</summary>
    public static DutyCount Total(IReadOnlyList<PlacementObligation> obligations) =>
        Of("I alt", DutyKind.Statute, [.. obligations.Select(row => row.Obligation)]);

    private static DutyCount Of(string title, DutyKind kind, Obligation[] obligations)
    {
        int Count(params ObligationStatus[] statuses) => obligations.Count(obligation => statuses.Contains(obligation.Status));
        return new DutyCount(
            title,
            kind,
            obligations.Length,
            Count(ObligationStatus.Met),
            Count(ObligationStatus.MetWithDefects),
            Count(ObligationStatus.MetLate),
            Count(ObligationStatus.Pending, ObligationStatus.Due),
            Count(ObligationStatus.Overdue),
            Count(ObligationStatus.NotClosed),
            obligations.Count(obligation => obligation.Breach));
    }
}
