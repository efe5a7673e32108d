using NodaTime;

namespace Rettidig.Functions.Explanations;

/// <summary>
/// One placement explained as of a day: what it owes, why, and what was done about it. The page, the API and the command
/// line show this and nothing else; how it is written as JSON is in <c>docs/forklaring.md</c>. References only, no names.
/// </summary>
/// <param name="Placement">The subject: <c>101/P-7</c>.</param>
/// <param name="AsOf">The Copenhagen date everything is seen from.</param>
/// <param name="DecidedOn">Null before a decision has come: then nothing is evaluated.</param>
/// <param name="StartedOn">Null before a start is known.</param>
/// <param name="EndedOn">Null while no end is known.</param>
/// <param name="Caseworker">Staff id of the day's caseworker.</param>
/// <param name="Site">Reference of the day's placement site.</param>
/// <param name="Obligations">All of them: open ones by due date, then closed ones, the latest first.</param>
/// <param name="Notices">What was or will be told outside the obligations there are: to sites, to the operator, about what was retracted.</param>
/// <param name="Concerns">What is odd about the facts.</param>
public sealed record PlacementExplanation(
    string Placement,
    LocalDate AsOf,
    LocalDate? DecidedOn,
    LocalDate? StartedOn,
    LocalDate? EndedOn,
    string? Caseworker,
    string? Site,
    IReadOnlyList<ExplainedDuty> Obligations,
    IReadOnlyList<ExplainedStep> Notices,
    IReadOnlyList<ExplainedConcern> Concerns);

/// <summary>Something in the log that cannot be right: kept, and not counted.</summary>
public sealed record ExplainedConcern(string EventId, string Event, LocalDate On, string Text);
