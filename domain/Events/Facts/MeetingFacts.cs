using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Events.Facts;

/// <summary>A meeting was booked.</summary>
public sealed record MeetingBooked(string Meeting, Instant StartsAt, bool WithParents) : Fact(CopenhagenTime.DateOf(StartsAt))
{
    /// <summary>Whether the parents had a say in who takes part; null where the case system does not tell.</summary>
    public bool? ParticipantsAgreed { get; init; }

    /// <summary>Whether the plan went with the invitation; null where the case system does not tell.</summary>
    public bool? PlanAttached { get; init; }

    /// <summary>Whether the young person was invited, or a reason given; null where the case system does not tell.</summary>
    public bool? YoungPersonInvited { get; init; }

    public override bool MayLieAhead => true;
}

/// <summary>A meeting was cancelled, on the day it was recorded.</summary>
public sealed record MeetingCancelled(string Meeting) : Fact((LocalDate?)null);

/// <summary>A meeting took place.</summary>
public sealed record MeetingHeld(string Meeting, LocalDate HeldOn, bool? ParentsAttended) : Fact(HeldOn)
{
    public override bool MayLieAhead => true;
}

/// <summary>The professionals around the child and the parents met, across departments.</summary>
public sealed record NetworkMeetingHeld(LocalDate HeldOn, LocalDate? NextOn) : Fact(HeldOn);

/// <summary>A plan for contact between child and parents (samværsplan) was adopted.</summary>
public sealed record ContactPlanAdopted(LocalDate AdoptedOn, LocalDate? ReviewOn) : Fact(AdoptedOn);

/// <summary>The plan for contact was gone through.</summary>
public sealed record ContactPlanReviewed(LocalDate ReviewedOn, LocalDate? NextOn) : Fact(ReviewedOn);

/// <summary>Child and parents were together (samvær).</summary>
public sealed record ContactHeld(string Contact, LocalDate HeldOn) : Fact(HeldOn);

/// <summary>How it went was talked over with the parents.</summary>
public sealed record ContactFeedbackNoted(string Contact, LocalDate NotedOn) : Fact(NotedOn);
