using NodaTime;

namespace Rettidig.Domain.Cases;

/// <summary>Something in the log that cannot be right and that a person should look at. The fact is kept, and does not count.</summary>
/// <param name="EventId">The event.</param>
/// <param name="EventType">Its type.</param>
/// <param name="Day">The day it is about.</param>
/// <param name="Text">In Danish: what is wrong.</param>
public sealed record Concern(string EventId, string EventType, LocalDate Day, string Text);
