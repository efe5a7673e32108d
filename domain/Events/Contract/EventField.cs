namespace Rettidig.Domain.Events.Contract;

/// <summary>A field of an event, as its reader asks for it.</summary>
/// <param name="Name">As it stands in JSON.</param>
/// <param name="Required">Whether an event without it is refused.</param>
/// <param name="Shape">What it must hold.</param>
public sealed record EventField(string Name, bool Required, FieldShape Shape);
