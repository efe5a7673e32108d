using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;

namespace Rettidig.Functions.Notices;

/// <summary>
/// What must change in the ledger so that it says what the agenda says. Level-triggered as everything else: it compares,
/// and remembers nothing of how things came to be.
/// </summary>
public static class NoticePlan
{
    /// <summary>The notices that are new or must change.</summary>
    /// <param name="placement">Whose.</param>
    /// <param name="steps">Every step of the agenda, past and to come.</param>
    /// <param name="ledger">The notices there are.</param>
    /// <param name="today">The Copenhagen date: steps of later days wait.</param>
    /// <param name="now">The moment of writing.</param>
    public static IReadOnlyList<Notice> Changes(
        PlacementKey placement, IReadOnlyList<Step> steps, IReadOnlyList<Notice> ledger, LocalDate today, Instant now)
    {
        Dictionary<string, Notice> known = ledger.ToDictionary(notice => notice.Key, StringComparer.Ordinal);
        Step[] due = [.. steps.Where(step => step.Day <= today)];
        HashSet<string> keys = [.. due.Select(step => step.Key)];
        IEnumerable<Notice> called = Called(placement, due, known, now);
        IEnumerable<Notice> fallenAway = ledger
            .Where(notice => notice.State == NoticeState.Pending && !keys.Contains(notice.Key))
            .Select(notice => notice with { State = NoticeState.Withdrawn });
        return [.. called, .. fallenAway];
    }

    private static IEnumerable<Notice> Called(PlacementKey placement, Step[] due, Dictionary<string, Notice> known, Instant now)
    {
        Dictionary<(string, string, LocalDate), int> highest = due
            .GroupBy(Obligation)
            .ToDictionary(group => group.Key, group => group.Max(step => step.Rank));
        foreach (Step step in due)
        {
            bool goes = step.Rank < 0 || step.Rank == highest[Obligation(step)];
            NoticeState wanted = goes ? NoticeState.Pending : NoticeState.Superseded;
            Notice? notice = known.GetValueOrDefault(step.Key);
            if (notice is null)
            {
                yield return Notice.Of(placement, step, wanted, now);
            }
            else if (!notice.IsHandled && notice.State != wanted)
            {
                yield return notice with { State = wanted };
            }
        }
    }

    private static (string Duty, string Occurrence, LocalDate Due) Obligation(Step step) => (step.DutyId, step.Occurrence, step.Due);
}
