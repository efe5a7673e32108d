using System.Collections.Frozen;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Rules;

namespace Rettidig.Domain.Reports;

/// <summary>
/// One placement as the report sees it on a day: what had happened by then, and what the rules made of it. A placement is
/// one child, and counts once, whoever holds custody (law.md T-13).
/// </summary>
public sealed class ReportedCase
{
    /// <summary>The duties whose obligations are counted; the other figures rest on facts.</summary>
    private static readonly FrozenSet<string> Counted = FrozenSet.ToFrozenSet(
    [
        "support-person-offer", "support-person-grant", "parent-plan",
        "child-plan-before-decision", "emergency-purpose", "child-plan-emergency", "child-plan", "child-plan-provisional", "adulthood-goals", "youth-plan",
        "plan-handover", "revised-plan-handover",
        "first-review", "next-review", "review-basis", "plan-revision",
    ]);

    private readonly ILookup<string, Obligation> obligations;

    private ReportedCase(CaseFile file, IEnumerable<Obligation> obligations, LocalDate on)
    {
        File = file;
        On = on;
        this.obligations = obligations.ToLookup(obligation => obligation.DutyId, StringComparer.Ordinal);
    }

    /// <summary>A placement by its rule book.</summary>
    /// <param name="file">The facts up to and including the day.</param>
    /// <param name="book">What they are judged by.</param>
    /// <param name="on">The day.</param>
    public static ReportedCase Of(CaseFile file, RuleBook book, LocalDate on) => new(file, book.ObligationsOf(file, on, Counted), on);

    /// <summary>The facts.</summary>
    public CaseFile File { get; }

    /// <summary>The day of the report.</summary>
    public LocalDate On { get; }

    /// <summary>Whether the child is placed on the day.</summary>
    public bool IsRunning => !(File.EndedOn <= On);

    /// <summary>Whether the child had turned an age while the placement lasted, or before.</summary>
    public bool HasTurned(int age)
    {
        LocalDate last = File.EndedOn is { } end && end < On ? end : On;
        return File.Decision!.Fact.BirthDate.PlusYears(age) <= last;
    }

    /// <summary>The obligations of a duty, in the order of their occurrences.</summary>
    /// <exception cref="InvalidOperationException">The duty is not among those that are counted.</exception>
    public IEnumerable<Obligation> Of(string dutyId) => Counted.Contains(dutyId)
        ? obligations[dutyId]
        : throw new InvalidOperationException($"Bug in the tables of the report: the duty {dutyId} is asked for and not counted; add it to the list.");

    /// <summary>The obligations of several duties.</summary>
    public IEnumerable<Obligation> OfAny(IEnumerable<string> dutyIds) => dutyIds.SelectMany(Of);

    /// <summary>
    /// Whether a term has run out. What has not run out is left out of every share of "in time" and "late" (law.md RV-14),
    /// also when it is done already: else those who are early would count and those who have time left would not.
    /// </summary>
    public bool HasRunOut(LocalDate due) => due < On;
}
