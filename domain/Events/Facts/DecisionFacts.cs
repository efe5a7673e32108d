using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Events.Facts;

/// <summary>The committee approved a provisional decision (formandsbeslutning).</summary>
public sealed record ProvisionalDecisionApproved(LocalDate ApprovedOn) : Fact(ApprovedOn);

/// <summary>The children and youth committee decided.</summary>
public sealed record CommitteeDecided(LocalDate DecidedOn, LocalDate? RehearingOn) : Fact(DecidedOn);

/// <summary>A custody holder or the young person asked for the child to return home.</summary>
public sealed record ReturnHomeRequested(LocalDate RequestedOn) : Fact(RequestedOn);

/// <summary>The request was refused.</summary>
public sealed record ReturnHomeRefused(LocalDate RefusedOn) : Fact(RefusedOn);

/// <summary>Return home was decided, with or without a period.</summary>
public sealed record ReturnHomeDecided(LocalDate DecidedOn, LocalDate? PeriodEndsOn) : Fact(DecidedOn)
{
    /// <summary>Whether the site was heard first; null where the case system does not tell.</summary>
    public bool? SiteStatement { get; init; }

    /// <summary>Whether the plan was revised first; null where the case system does not tell.</summary>
    public bool? PlanRevised { get; init; }
}

/// <summary>Decision on support after 18 (ungestøtte).</summary>
public sealed record YouthSupportDecided(LocalDate DecidedOn) : Fact(DecidedOn);

/// <summary>A decision was notified to the parties.</summary>
public sealed record DecisionNotified(string Decision, LocalDate NotifiedOn, bool Appealable, DecidedBy DecidedBy) : Fact(NotifiedOn);

/// <summary>Who decided.</summary>
public enum DecidedBy
{
    Administration,
    Committee,
}

/// <summary>A complaint came in.</summary>
public sealed record ComplaintReceived(string Decision, LocalDate ReceivedOn) : Fact(ReceivedOn);

/// <summary>A complaint was sent on to the appeals board.</summary>
public sealed record ComplaintForwarded(string Decision, LocalDate ForwardedOn) : Fact(ForwardedOn);

/// <summary>An earlier event was a mistake: it is undone as if it had never come.</summary>
public sealed record EventRetracted(string Retracts, LocalDate On) : Fact(On);

/// <summary>A provisional decision by the chair (formandsbeslutning) was carried out.</summary>
public sealed record ProvisionalDecisionExecuted(Instant ExecutedAt) : Fact(CopenhagenTime.DateOf(ExecutedAt));

/// <summary>The parties were told of it in writing.</summary>
public sealed record ProvisionalDecisionNotified(Instant NotifiedAt) : Fact(CopenhagenTime.DateOf(NotifiedAt));

/// <summary>A decision was explained to the parents in a talk.</summary>
public sealed record DecisionExplained(string Decision, LocalDate ExplainedOn) : Fact(ExplainedOn);

/// <summary>A notification of concern (underretning) about the child came in.</summary>
public sealed record ConcernReportReceived(string Report, Instant ReceivedAt) : Fact(CopenhagenTime.DateOf(ReceivedAt));

/// <summary>Whether the child is in danger was assessed.</summary>
public sealed record ConcernReportAssessed(string Report, Instant AssessedAt) : Fact(CopenhagenTime.DateOf(AssessedAt));

/// <summary>The child was talked with ahead of a decision (børnesamtale).</summary>
public sealed record ChildConversationHeld(LocalDate HeldOn) : Fact(HeldOn);
