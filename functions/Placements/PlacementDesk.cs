using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Events;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Rules;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Placements;

namespace Rettidig.Functions.Placements;

/// <summary>
/// One look at a placement. The order of writes is safe to break off anywhere: obligation before index, topic before
/// ledger before outbox, and the row that asks for the look goes last.
/// </summary>
internal sealed class PlacementDesk(
    UnreconciledList unreconciled,
    CaseFiles cases,
    RuleBooks rules,
    Obligations obligations,
    NoticeLedger ledger,
    Outbox outbox,
    NoticeTopic topic,
    OpenPlacements open,
    EndedPlacements ended,
    ErasedPlacements erased,
    TimeProvider time,
    ILogger<PlacementDesk> logger) : IPlacementDesk
{
    public async Task<Look> LookAsync(PlacementKey placement, Instant now, CancellationToken cancellationToken)
    {
        TableEntity? asked = await unreconciled.FindAsync(placement, cancellationToken);
        if (await cases.ReadAsync(placement, cancellationToken) is not { } reading)
        {
            return await GoneAsync(placement, now, cancellationToken);
        }

        LocalDate today = CopenhagenTime.DateOf(now);
        RuleBook book = await rules.LoadedBookOfAsync(placement.Municipality, cancellationToken);
        Agenda agenda = book.Evaluate(reading.File, today);

        var reason = new LookReason(today, asked?.GetInt64("Seq") > 0);
        await obligations.WriteAsync(placement, agenda.Obligations, reason, cancellationToken);
        bool owes = await WriteNoticesAsync(placement, agenda, today, cancellationToken);
        // What the case system is still to be told of is told tomorrow; the next change may be weeks away.
        Look look = await WritePlacementAsync(reading, owes ? agenda with { NextChange = today.PlusDays(1) } : agenda, today, cancellationToken);
        if (asked is not null)
        {
            await unreconciled.RemoveAsync(asked, cancellationToken);
        }

        Telemetry.Reconciles.Add(1);
        logger.Reconciled(placement.Subject, reading.Head, agenda.Obligations.Count, look.Closed);
        return look;
    }

    /// <summary>A placement erased while its look was on the way is followed no more.</summary>
    private async Task<Look> GoneAsync(PlacementKey placement, Instant now, CancellationToken cancellationToken) =>
        await erased.ContainsAsync(placement, cancellationToken)
            ? new Look(true, now.ToDateTimeOffset())
            : throw new InvalidOperationException($"Bug in the way of an event: expected a log for {placement} before its lifecycle starts, found none.");

    /// <returns>Whether the case system is still to be told of some.</returns>
    private async Task<bool> WriteNoticesAsync(PlacementKey placement, Agenda agenda, LocalDate today, CancellationToken cancellationToken)
    {
        LedgerReading known = await ledger.ReadForLookAsync(placement, cancellationToken);
        Instant now = time.Now();
        (IReadOnlyList<Notice> changes, bool owes) = await topic.TellAsync(
            NoticePlan.Changes(placement, agenda.Steps, known, today, now), known.Open, agenda.Obligations, now, cancellationToken);
        await ledger.WriteAsync(changes, cancellationToken);

        HashSet<string> changed = [.. changes.Select(notice => notice.Key)];
        IEnumerable<Notice> waiting = known.Open.Where(notice => !changed.Contains(notice.Key)).Concat(changes).Where(notice => notice.State == NoticeState.Pending);
        await outbox.AddAsync(placement.Municipality, waiting, cancellationToken);
        await outbox.RemoveAsync(changes.Where(notice => !notice.Waits && notice.ETag != default), cancellationToken);
        return owes;
    }

    private async Task<Look> WritePlacementAsync(CaseReading reading, Agenda agenda, LocalDate today, CancellationToken cancellationToken)
    {
        PlacementKey placement = reading.File.Placement;
        Instant wakeAt = WakeUp.After(placement.InstanceId, today, agenda.NextChange);
        if (agenda.Closed)
        {
            await open.CloseAsync(placement, cancellationToken);
            await ended.AddAsync(placement, reading.File.EndedOn ?? today, cancellationToken);
        }
        else
        {
            var row = new PlacementRow(placement, reading.File.CaseworkerOn(today), reading.File.SiteOn(today)?.Id, wakeAt, reading.Head);
            await open.WriteAsync(row, cancellationToken);
        }

        return new Look(agenda.Closed, wakeAt.ToDateTimeOffset());
    }
}
