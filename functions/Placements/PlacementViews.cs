using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Events;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Rules;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>Shows single placements, to the API, the pages and the command line.</summary>
public sealed class PlacementViews(CaseFiles cases, RuleBooks rules, NoticeLedger ledger, TimeProvider time)
{
    /// <summary>A placement as of today; null where no event about it has come.</summary>
    public async Task<PlacementView?> FindAsync(PlacementKey placement, CancellationToken cancellationToken)
    {
        if (await cases.ReadAsync(placement, cancellationToken) is not { } reading)
        {
            return null;
        }

        LocalDate today = CopenhagenTime.DateOf(time.Now());
        return new PlacementView(
            placement,
            today,
            reading.File,
            rules.BookOf(placement.Municipality).Evaluate(reading.File, today),
            await ledger.ReadAsync(placement, cancellationToken));
    }
}
