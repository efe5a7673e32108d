using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules.Settings;
using Rettidig.Functions.Events;

namespace Rettidig.Functions.Placements;

/// <summary>Helps somebody on who asked for a placement that is not there.</summary>
public sealed class PlacementNames(OpenPlacements open, CaseFiles cases)
{
    /// <summary>The sentence that says so.</summary>
    public static string Missing(LocalDate? on) => on is { } day
        ? $"Der var ikke kommet hændelser om den anbringelse den {DanishDates.Short(day)}. Vælg en senere dag, eller se efter, at kommunekode og reference er skrevet som i hændelsernes subject."
        : "Der er ikke kommet hændelser om den anbringelse. Se efter, at kommunekode og reference er skrevet som i hændelsernes subject.";

    /// <summary>Subjects of open placements in the same municipality that may have been meant, nearest first; none where the one asked for is there today.</summary>
    public async Task<IReadOnlyList<string>> NearAsync(PlacementKey wanted, CancellationToken cancellationToken)
    {
        if (await cases.ReadAsync(wanted, cancellationToken) is not null)
        {
            return [];
        }

        List<string> subjects = await open.AllAsync(wanted.Municipality, cancellationToken)
            .Select(row => row.Placement.Subject)
            .ToListAsync(cancellationToken);
        return Nearest.Of(wanted.Subject, subjects);
    }
}
