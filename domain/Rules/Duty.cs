using Rettidig.Domain.Agendas;

namespace Rettidig.Domain.Rules;

/// <summary>
/// One row of the rule book: what starts it, when it is due, what closes it, what may be lacking in it. Every column both
/// decides and says in Danish what it decides, so that the printed table (docs/pligter.md) cannot drift from the rules.
/// Adding a duty is adding a row; nothing else knows the duties by name.
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

    /// <summary>What starts it, once for each occurrence.</summary>
    public required Trigger Starts { get; init; }

    /// <summary>When an occurrence is due.</summary>
    public required Deadline Due { get; init; }

    /// <summary>The terms in <see cref="Due"/> that a municipality may choose.</summary>
    public IReadOnlyList<DutyTerm> Terms => Due.Terms;

    /// <summary>What closes it; none for a notice.</summary>
    public required IReadOnlyList<Closer> Closes { get; init; }

    /// <summary>What it is looked over for.</summary>
    public IReadOnlyList<DefectCheck> Defects { get; init; } = [];

    /// <summary>How often it comes.</summary>
    public required Recurrence Repeats { get; init; }

    /// <summary>Who has to do it, and so is reminded first.</summary>
    public Role Responsible { get; init; } = Role.Caseworker;

    /// <summary>Which open occurrences are reminded of.</summary>
    public LadderScope Ladder { get; init; } = LadderScope.EachOpen;

    /// <summary>In Danish, what its ladder has beyond the usual one: "første påmindelse 6 måneder før". Empty where it has nothing.</summary>
    public string LadderNote { get; init; } = "";

    /// <summary>
    /// Whether it is on where a municipality has chosen nothing. Off are the habits that everyday events would start and
    /// that only a case system which tells of them can close.
    /// </summary>
    public bool OnByDefault { get; init; } = true;

    /// <summary>Whether its explanation tells the child's birthday, and so may be shown behind login but not mailed.</summary>
    public bool TellsBirthday { get; init; }

    /// <summary>Whether it is only a notice: there is nothing to close, and being told is all.</summary>
    public bool IsNotice { get; init; }

    /// <summary>Whether it goes on after the placement has ended.</summary>
    public bool OutlivesPlacement { get; init; }

    /// <summary>Whether the team leader is told at once.</summary>
    public Func<Situation, bool> TellsLeaderAtOnce { get; init; } = _ => false;

    /// <summary>What closed an occurrence: the earliest of the things that can; null while it is open.</summary>
    public Closing? ClosingOf(Situation situation)
    {
        Closing? earliest = null;
        foreach (Closer closer in Closes)
        {
            earliest = closer.Find(situation) is { } found && (earliest is null || found.Day < earliest.Day) ? found : earliest;
        }

        return earliest;
    }

    /// <summary>What is lacking in an occurrence.</summary>
    public Defect[] DefectsOf(Situation situation)
    {
        List<Defect>? lacking = null;
        for (int i = 0; i < Defects.Count; i++)
        {
            if (Defects[i].IsLacking(situation))
            {
                (lacking ??= []).Add(Defects[i].Defect);
            }
        }

        return lacking?.ToArray() ?? [];
    }
}
