using NodaTime;

namespace Rettidig.Functions.Pages;

/// <summary>What the page of one placement tells: references only.</summary>
/// <param name="Municipality">The three-digit code.</param>
/// <param name="Placement">The case system's own reference.</param>
/// <param name="Today">The Copenhagen date everything is seen from.</param>
/// <param name="StartedOn">Null before the placement has begun.</param>
/// <param name="EndedOn">Null while it goes on.</param>
/// <param name="Caseworker">Staff id of today's caseworker.</param>
/// <param name="Site">Reference of today's placement site.</param>
/// <param name="Obligations">All, in any order.</param>
/// <param name="Concerns">What is odd about the facts, one Danish sentence each.</param>
public sealed record PlacementModel(
    string Municipality,
    string Placement,
    LocalDate Today,
    LocalDate? StartedOn,
    LocalDate? EndedOn,
    string? Caseworker,
    string? Site,
    IReadOnlyList<PlacementDuty> Obligations,
    IReadOnlyList<string> Concerns)
{
    internal IReadOnlyList<PlacementDuty> Open =>
        [.. Obligations.Where(duty => duty.IsOpen).OrderBy(duty => duty.Due).ThenBy(duty => duty.Title, StringComparer.Ordinal)];

    internal IReadOnlyList<PlacementDuty> Closed =>
        [.. Obligations.Where(duty => !duty.IsOpen).OrderByDescending(duty => duty.Due).ThenBy(duty => duty.Title, StringComparer.Ordinal)];
}
