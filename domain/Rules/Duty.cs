using NodaTime;
using Rettidig.Domain.Cases;

namespace Rettidig.Domain.Rules;

/// <summary>
/// One row of the rule book. The columns are asked in order: what starts it (<see cref="Anchors"/>), when it is due,
/// what closes it, what may be lacking in it. Adding a duty is adding a row; nothing else knows the duties by name.
/// </summary>
public sealed class Duty
{
    /// <summary>As keys, files and settings name it: <c>first-review</c>.</summary>
    public required string Id { get; init; }

    /// <summary>In Danish, as people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What it rests on.</summary>
    public required DutyKind Kind { get; init; }

    /// <summary>The rows of the source documents it implements: <c>RV-01</c>.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Where it stands. It is in force only in the regimes that have a basis.</summary>
    public required LegalBasis Law { get; init; }

    /// <summary>What starts it, once for each occurrence, in the order of the case. The day is today's, for duties the calendar starts.</summary>
    public required Func<CaseFile, LocalDate, IEnumerable<Anchor>> Anchors { get; init; }

    /// <summary>When an occurrence is due; null while that cannot be said or where the duty does not apply.</summary>
    public required Func<Situation, DueDate?> Due { get; init; }

    /// <summary>
    /// The terms in <see cref="Due"/> that a municipality may choose. A row need not say it where Due is one term, nor
    /// where there is nothing to choose.
    /// </summary>
    public IReadOnlyList<DutyTerm> Terms
    {
        get => field ?? (Due.Target is CountedTerm term && !(term is { Term: Term.Statutory, Counted.IsSameDay: true }) ? [new DutyTerm(term.Counted, term.Term)] : []);
        init;
    }

    /// <summary>What closed it; null while it is open.</summary>
    public required Func<Situation, Closing?> Closes { get; init; }

    /// <summary>What is lacking in it.</summary>
    public Func<Situation, IEnumerable<Defect>> Defects { get; init; } = _ => [];

    /// <summary>Which open occurrences are reminded of.</summary>
    public LadderScope Ladder { get; init; } = LadderScope.EachOpen;

    /// <summary>Whether its explanation tells the child's birthday, and so may be shown behind login but not mailed.</summary>
    public bool TellsBirthday { get; init; }

    /// <summary>Whether it is only a notice: there is nothing to close, and being told is all.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Whether it goes on after the placement has ended.</summary>
    public bool OutlivesPlacement { get; init; }

    /// <summary>Whether the team leader is told at once.</summary>
    public Func<Situation, bool> TellsLeaderAtOnce { get; init; } = _ => false;
}
