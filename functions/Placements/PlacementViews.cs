using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Functions.Events;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Rules;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>Shows single placements, to the API, the pages and the command line.</summary>
public sealed class PlacementViews(CaseFiles cases, RuleBooks rules, Obligations obligations, NoticeLedger ledger, TimeProvider time)
{
    /// <summary>
    /// A placement as of a day. A day that has passed is seen with the facts and notices there were when it ended; a day to
    /// come with those there are now, as it will stand if no more come.
    /// </summary>
    /// <param name="placement">Which.</param>
    /// <param name="on">The Copenhagen date; null for today.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where no event about it has come, or had come by then.</returns>
    public async Task<PlacementView?> FindAsync(PlacementKey placement, LocalDate? on, CancellationToken cancellationToken)
    {
        LocalDate today = CopenhagenTime.DateOf(time.Now());
        LocalDate day = on ?? today;
        Instant ended = CopenhagenTime.InstantOf(day.PlusDays(1), LocalTime.Midnight);
        CaseReading? reading = await cases.ReadAsync(placement, cancellationToken);
        if ((day < today ? reading?.FileAsOf(ended) : reading?.File) is not { } file)
        {
            return null;
        }

        IReadOnlyList<Notice> notices = await ledger.ReadAsync(placement, cancellationToken);
        return new PlacementView(
            placement,
            day,
            file,
            await AgendaAsync(file, day, cancellationToken),
            day < today ? [.. notices.Where(notice => notice.CreatedAt < ended).Select(notice => notice.AsOf(ended))] : notices);
    }

    /// <summary>The agenda, with what the looks have said of obligations that were closed and are open again.</summary>
    private async Task<Agenda> AgendaAsync(CaseFile file, LocalDate day, CancellationToken cancellationToken)
    {
        Agenda agenda = rules.BookOf(file.Placement.Municipality).Evaluate(file, day);
        IReadOnlyDictionary<string, string> reopened = await obligations.ReopenedAsync(file.Placement, cancellationToken);
        return reopened.Count == 0
            ? agenda
            : agenda with { Obligations = [.. agenda.Obligations.Select(obligation => Remark(obligation, reopened) is { } said ? obligation.Saying(said) : obligation)] };
    }

    private static string? Remark(Obligation obligation, IReadOnlyDictionary<string, string> reopened) =>
        obligation.IsOpen ? reopened.GetValueOrDefault($"{obligation.DutyId}:{obligation.Occurrence}") : null;
}
