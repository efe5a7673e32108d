using NodaTime;
using Rettidig.Domain.Agendas;

namespace Rettidig.Cli.Results;

/// <summary>
/// The figures on support to parents that Ankestyrelsen asked municipalities for (Støtte efter servicelovens § 54 til
/// forældre til anbragte børn, 2021), counted from the obligations. A placement, which is one child, counts once, also
/// when two hold custody.
/// </summary>
/// <param name="Placements">Placements with any obligation.</param>
/// <param name="Offered">A support person was offered.</param>
/// <param name="Accepted">The offer was accepted.</param>
/// <param name="Granted">When the first support person was granted, as in table 3.2: see <see cref="Periods"/>.</param>
internal sealed record SupportFigures(int Placements, int Offered, int Accepted, IReadOnlyList<int> Granted)
{
    /// <summary>The rows of table 3.2, by the month after the start that the grant fell in: up to and including this one.</summary>
    public static readonly IReadOnlyList<(string Name, int UpToMonth)> Periods =
        [("ved start", 1), ("efter 2-4 måneder", 4), ("efter 5-8 måneder", 8), ("efter 9-12 måneder", 12), ("efter over 12 måneder", int.MaxValue)];

    public static SupportFigures Of(IReadOnlyList<PlacementObligation> obligations)
    {
        ILookup<string, Obligation>[] placements =
            [.. obligations.GroupBy(row => row.Placement).Select(rows => rows.ToLookup(row => row.Obligation.DutyId, row => row.Obligation, StringComparer.Ordinal))];
        int[] months = [.. placements.Select(MonthOfGrant).OfType<int>()];
        return new SupportFigures(
            placements.Length,
            placements.Count(duties => duties["support-person-offer"].Any(offer => offer.ClosedOn is not null)),
            placements.Count(duties => duties["support-person-grant"].Any()),
            [.. Periods.Select((period, i) => months.Count(month => month <= period.UpToMonth && (i == 0 || month > Periods[i - 1].UpToMonth)))]);
    }

    /// <summary>The month after the start that the first grant fell in, the first being 1; null where none was granted.</summary>
    private static int? MonthOfGrant(ILookup<string, Obligation> duties)
    {
        LocalDate? granted = duties["support-person-grant"].Select(grant => grant.ClosedOn).Where(day => day is not null).Min();
        LocalDate? started = duties["support-person-offer"].Select(offer => (LocalDate?)offer.AnchoredOn).Min();
        return granted is { } day && started is { } start ? MonthsBegun(start, day) : null;
    }

    /// <summary>Counted from the start each time, never chained. A grant before the start is one at the start.</summary>
    private static int MonthsBegun(LocalDate start, LocalDate day)
    {
        int months = 1;
        while (start.PlusMonths(months) < day)
        {
            months++;
        }

        return months;
    }
}
