using NodaTime;
using Rettidig.Domain.Agendas;

namespace Rettidig.Functions.Mail;

/// <summary>One duty of one placement that its reader is reminded of. Holds references only, never a name.</summary>
/// <param name="Placement">The case system's own reference.</param>
/// <param name="Duty">The duty's Danish title.</param>
/// <param name="Due">The due date; the mail itself counts the days.</param>
/// <param name="Step">The rung of the ladder.</param>
/// <param name="As">Why this reader gets it: Caseworker, TeamLeader or Manager.</param>
/// <param name="Law">E.g. "barnets lov § 95"; empty where no law demands it.</param>
/// <param name="Explanation">How the date came about, one Danish sentence.</param>
/// <param name="Link">The case, behind login.</param>
public sealed record ReminderItem(
    string Placement, string Duty, LocalDate Due, StepName Step, Role As, string Law, string Explanation, Uri Link)
{
    /// <summary>Staff id of the caseworker the duty rests with; shown to leaders.</summary>
    public string? Caseworker { get; init; }

    /// <summary>Staff id of the absent colleague when the reader gets it as substitute or next in line.</summary>
    public string? OnBehalfOf { get; init; }
}
