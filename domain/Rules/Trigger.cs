using NodaTime;
using Rettidig.Domain.Cases;

namespace Rettidig.Domain.Rules;

/// <summary>The column of a duty's row that says what starts it.</summary>
/// <param name="Text">In Danish, after "begynder, når": "anbringelsen iværksættes".</param>
/// <param name="In">The anchors in a case, in the order of the case. The day is today's, for duties the calendar starts.</param>
public sealed record Trigger(string Text, Func<CaseFile, LocalDate, IEnumerable<Anchor>> In)
{
    /// <summary>In Danish, after "ophører, når": what an occurrence loses its object by before the placement ends; empty where nothing does.</summary>
    public string Stops { get; init; } = "";

    /// <summary>Whom an occurrence concerns.</summary>
    public Scope Per { get; init; } = Scope.Placement;
}
