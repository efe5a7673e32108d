using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Events.Facts;

/// <summary>A meeting was booked.</summary>
public sealed record MeetingBooked(string Meeting, Instant StartsAt, bool WithParents) : Fact(CopenhagenTime.DateOf(StartsAt))
{
    public override bool MayLieAhead => true;
}

/// <summary>A meeting was cancelled, on the day it was recorded.</summary>
public sealed record MeetingCancelled(string Meeting) : Fact((LocalDate?)null);

/// <summary>A meeting took place.</summary>
public sealed record MeetingHeld(string Meeting, LocalDate HeldOn, bool? ParentsAttended) : Fact(HeldOn)
{
    public override bool MayLieAhead => true;
}
