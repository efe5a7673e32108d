using NodaTime;

namespace Rettidig.Domain.Events;

/// <summary>An event about a member of staff. The one with the latest <see cref="Time"/> counts.</summary>
public sealed record StaffEvent(string Source, string Id, string Municipality, Instant Time, StaffMember Member);
