using NodaTime;

namespace Rettidig.Functions.Explanations;

/// <summary>A fact as an explanation points at it.</summary>
/// <param name="Text">In Danish: "iværksat".</param>
/// <param name="On">The day that counts.</param>
/// <param name="Event">The short name of the event it came with, such as <c>placement.started</c>; null for what the calendar brought.</param>
/// <param name="EventId">The event's id at its source.</param>
/// <param name="DatedOn">The event's own day, where that is not the day that counts: a birthday is told by the decision.</param>
/// <param name="ReceivedOn">The Copenhagen date it reached us.</param>
public sealed record ExplainedFact(string Text, LocalDate On, string? Event = null, string? EventId = null, LocalDate? DatedOn = null, LocalDate? ReceivedOn = null);
