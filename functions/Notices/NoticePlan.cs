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
        PlacementKey placement, IReadOnlyList<Step> steps, LedgerReading ledger, LocalDate today, Instant now)
    {
        Step[] due = [.. steps.Where(step => step.Day <= today)];
        Dictionary<(string, string, LocalDate), int> highest = Highest(due);
        var open = ledger.Open.ToDictionary(notice => notice.Key, StringComparer.Ordinal);
        var changes = new List<Notice>();
        foreach (Step step in due)
        {
            bool goes = step.Rank < 0 || step.Rank == highest[Obligation(step)];
            if (Called(step, goes ? NoticeState.Pending : NoticeState.Superseded) is { } change)
            {
                changes.Add(change);
            }
        }

        return [.. changes, .. FallenAway(ledger, due).Select(notice => notice with { State = NoticeState.Withdrawn })];

        Notice? Called(Step step, NoticeState wanted)
        {
            string key = step.Key;
            if (open.TryGetValue(key, out Notice? notice))
            {
                return notice.IsHandled || notice.State == wanted ? null : notice with { State = wanted };
            }

            return ledger.IsHandled(key.AsSpan(placement.Partition.Length + 1)) ? null : Notice.Of(placement, step, wanted, now);
        }
    }

    private static IEnumerable<Notice> FallenAway(LedgerReading ledger, Step[] due)
    {
        Notice[] pending = [.. ledger.Open.Where(notice => notice.State == NoticeState.Pending)];
        if (pending.Length == 0)
        {
            return [];
        }

        HashSet<string> called = [.. due.Select(step => step.Key)];
        return pending.Where(notice => !called.Contains(notice.Key));
    }

    private static Dictionary<(string, string, LocalDate), int> Highest(Step[] due)
    {
        var highest = new Dictionary<(string, string, LocalDate), int>();
        foreach (Step step in due)
        {
            (string, string, LocalDate) obligation = Obligation(step);
            highest[obligation] = Math.Max(step.Rank, highest.GetValueOrDefault(obligation, int.MinValue));
        }

        return highest;
    }

    private static (string Duty, string Occurrence, LocalDate Due) Obligation(Step step) => (step.DutyId, step.Occurrence, step.Due);
}
