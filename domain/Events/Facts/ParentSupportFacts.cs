using NodaTime;

namespace Rettidig.Domain.Events.Facts;

/// <summary>The parents' need of support was assessed.</summary>
public sealed record ParentSupportAssessed(LocalDate AssessedOn) : Fact(AssessedOn);

/// <summary>Decision on support to the parents.</summary>
public sealed record ParentSupportDecided(LocalDate DecidedOn, ParentSupportOutcome Outcome, IReadOnlyList<string> Kinds) : Fact(DecidedOn);

/// <summary>A refusal is a decision too.</summary>
public enum ParentSupportOutcome
{
    Granted,
    Refused,
    NotNeeded,
}

/// <summary>Granted support began.</summary>
public sealed record ParentSupportStarted(LocalDate StartedOn, string Kind) : Fact(StartedOn);

/// <summary>The parents' own plan (forældrehandleplan) was adopted.</summary>
public sealed record ParentPlanAdopted(LocalDate AdoptedOn, int Version, int Goals, bool WithParents) : Fact(AdoptedOn);

/// <summary>A parent plan was found obviously unnecessary, with a reason (barnets lov § 77, stk. 3).</summary>
public sealed record ParentPlanWaived(LocalDate WaivedOn, string Reason) : Fact(WaivedOn);

/// <summary>The parents were offered a revision of their plan.</summary>
public sealed record ParentPlanRevisionOffered(LocalDate OfferedOn) : Fact(OfferedOn);

/// <summary>The goals of the next months were revised with the parents.</summary>
public sealed record ParentPlanGoalsRevised(LocalDate RevisedOn, int Goals) : Fact(RevisedOn);

/// <summary>Follow-up on the parent plan; informal contact is not a formal follow-up.</summary>
public sealed record ParentPlanFollowedUp(LocalDate HeldOn, bool Formal) : Fact(HeldOn);

/// <summary>Consent to share the plan with a recipient, given or withdrawn.</summary>
public sealed record ParentPlanConsent(string Recipient, bool Given, LocalDate On) : Fact(On);

/// <summary>A version of the plan was shared.</summary>
public sealed record ParentPlanShared(string Recipient, int Version, LocalDate On) : Fact(On);

/// <summary>The parents were told where, when and how long.</summary>
public sealed record ParentsInformed(LocalDate InformedOn) : Fact(InformedOn);

/// <summary>Support in grief was offered.</summary>
public sealed record GriefSupportOffered(LocalDate OfferedOn) : Fact(OfferedOn);
