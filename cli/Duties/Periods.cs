using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;

namespace Rettidig.Cli.Duties;

/// <summary>Where a duty stands, and when: regimes of the same wording as one.</summary>
internal static class Periods
{
    /// <summary>Each wording with its dates, oldest first; without dates where it never changed.</summary>
    public static IEnumerable<(string Law, string When)> Of(LegalBasis law)
    {
        Regime[] regimes = Enum.GetValues<Regime>();
        for (int first = 0; first < regimes.Length;)
        {
            int last = first;
            while (last + 1 < regimes.Length && law.In(regimes[last + 1]) == law.In(regimes[first]))
            {
                last++;
            }

            if (law.In(regimes[first]) is { } basis)
            {
                yield return (basis, When(first == 0 ? null : Regimes.FirstDayOf(regimes[first]), last + 1 == regimes.Length ? null : Regimes.FirstDayOf(regimes[last + 1]).PlusDays(-1)));
            }

            first = last + 1;
        }
    }

    private static string When(LocalDate? from, LocalDate? until) => (from, until) switch
    {
        (null, null) => "",
        (null, { } to) => $"til {DanishDates.Short(to)}",
        ({ } on, null) => $"fra {DanishDates.Short(on)}",
        ({ } on, { } to) => $"{DanishDates.Short(on)} til {DanishDates.Short(to)}",
    };
}
