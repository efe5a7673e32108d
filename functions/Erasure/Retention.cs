using Microsoft.DurableTask.Client;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Digests;
using Rettidig.Functions.Events;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Settings;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Retention;

namespace Rettidig.Functions.Erasure;

/// <summary>
/// Erases placements that ended longer ago than <see cref="RetentionSettings"/> lets them be kept, by their facts as they are
/// now; and digests as old as that.
/// </summary>
internal sealed class Retention(
    RetentionSettings settings, EndedPlacements ended, OpenPlacements open, CaseFiles cases, PlacementErasure erasure, DigestLedger digests, TimeProvider time) : IRetention
{
    public async Task<int> EraseAsync(string municipality, int atMost, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (settings.Years is not { } years)
        {
            return 0;
        }

        LocalDate last = CopenhagenTime.DateOf(time.Now()).PlusYears(-years);
        await digests.ForgetUntilAsync(municipality, last, cancellationToken);
        List<PlacementKey> expired = await ended.UntilAsync(municipality, last, cancellationToken).Take(atMost).ToListAsync(cancellationToken);
        int erased = 0;
        foreach (PlacementKey placement in expired)
        {
            if (await HasEndedAsync(placement, last, cancellationToken))
            {
                await erasure.EraseAsync(placement, client, cancellationToken);
                erased++;
            }
        }

        return erased;
    }

    /// <summary>An end may have been moved or taken back since the list was written.</summary>
    private async Task<bool> HasEndedAsync(PlacementKey placement, LocalDate last, CancellationToken cancellationToken) =>
        await open.FindAsync(placement, cancellationToken) is null
        && (await cases.ReadAsync(placement, cancellationToken) is not { } reading || reading.File.EndedOn <= last);
}
