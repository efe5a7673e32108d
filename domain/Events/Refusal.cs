namespace Rettidig.Domain.Events;

/// <summary>Why an event was not accepted, in words a person can act on. Never holds any of the event's values.</summary>
/// <param name="Code">One of <see cref="RefusalCode"/>.</param>
/// <param name="Field">The field, such as <c>data.startedOn</c>; empty where it is the whole event.</param>
/// <param name="Expected">What was expected, in Danish.</param>
/// <param name="Description">In Danish: what was expected, what came, what to do.</param>
public sealed record Refusal(string Code, string Field, string Expected, string Description);
