using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rettidig.Domain;
using Rettidig.Domain.Events;
using Rettidig.Functions.Placements;
using Rettidig.Orchestrations.Placements;

namespace Rettidig.Functions.Events;

/// <summary>Takes an event about a placement into its log and makes the placement be looked at.</summary>
public sealed class CaseEventIntake(
    CaseLog log, Municipalities municipalities, UnreconciledList unreconciled, OpenPlacements open, ILogger<CaseEventIntake> logger)
{
    private static readonly Refusal Erased = new(
        RefusalCode.PlacementErased,
        "subject",
        "en anbringelse, der ikke er slettet",
        "Anbringelsen er slettet i Rettidig, så hændelsen er ikke gemt. Er den sendt for sent, så fjern den; er anbringelsen begyndt igen, så send dens hændelser under en ny reference.");

    /// <returns>Why the event cannot be taken; null when it was.</returns>
    public async Task<Refusal?> TakeAsync(CaseEvent read, BinaryData payload, DurableTaskClient client, CancellationToken cancellationToken)
    {
        PlacementKey placement = read.Placement;
        await municipalities.MeetAsync(placement.Municipality, cancellationToken);
        Appended appended = await log.AppendAsync(read, payload, cancellationToken);
        if (appended.IsRefused)
        {
            return Erased;
        }

        Count(read, appended);
        if (appended.IsDouble && await IsLookedAtAsync(placement, appended.Seq, cancellationToken))
        {
            return null;
        }

        await unreconciled.AddAsync(placement, appended.Seq, cancellationToken);
        await Lifecycles.WakeAsync(client, placement, cancellationToken);
        return null;
    }

    /// <summary>A double may be the same message again after a crash between the log and the signal; then the signal is still owed.</summary>
    private async Task<bool> IsLookedAtAsync(PlacementKey placement, long seq, CancellationToken cancellationToken) =>
        await open.FindAsync(placement, cancellationToken) is { } row && row.Seq >= seq;

    private void Count(CaseEvent read, Appended appended)
    {
        if (appended.IsDouble)
        {
            Telemetry.Doubles.Add(1);
            logger.EventDoubled(read.Type, read.Placement.Subject, appended.Seq);
        }
        else
        {
            Telemetry.Accepted.Add(1);
            logger.EventAccepted(read.Type, read.Placement.Subject, appended.Seq);
        }
    }
}
