using NodaTime;

namespace Rettidig.Domain.Events.Facts;

/// <summary>The parents' need of support was assessed.</summary>
public sealed record ParentSupportAssessed(LocalDate AssessedOn) : Fact(AssessedOn);

/// <summary>Decision on support to the parents.</summary>
public sealed record ParentSupportDecided(LocalDate DecidedOn, ParentSupportOutcome Outcome, IReadOnlyList<string> Kinds) : Fact(DecidedOn)
{
    /// <summary>Supported contact with the child (støttet samvær), which formally is not support to the parents (PS-08).</summary>
    public const string SupportedContact = "supported-contact";

    /// <summary>Whether it is a decision on support to the parents: one that grants supported contact alone is not.</summary>
    public bool IsOnSupport => !(Outcome == ParentSupportOutcome.Granted && Kinds is [SupportedContact]);

    /// <summary>Whether it grants support to the parents.</summary>
    public bool GrantsSupport => Outcome == ParentSupportOutcome.Granted && IsOnSupport;
}

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
public sealed record ParentPlanAdopted(LocalDate AdoptedOn, int Version, int Goals, bool WithParents) : Fact(AdoptedOn)
{
    /// <summary>What the plan says; null where the case system does not tell.</summary>
    public IReadOnlyList<ParentPlanContent>? Contents { get; init; }

    /// <summary>Whether it was copied from an older plan and not gone through; null where the case system does not tell.</summary>
    public bool? Copied { get; init; }
}

/// <summary>What a parent plan should say.</summary>
public enum ParentPlanContent
{
    Purpose,
    Basis,
    LongTermGoals,
    ShortTermGoals,
}

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
public sealed record ParentsInformed(LocalDate InformedOn) : Fact(InformedOn)
{
    /// <summary>Whether they were also told what forms of support there are; null where the case system does not tell.</summary>
    public bool? SupportForms { get; init; }
}

/// <summary>Support in grief was offered.</summary>
public sealed record GriefSupportOffered(LocalDate OfferedOn) : Fact(OfferedOn);

/// <summary>The leader agreed that no parent plan is made.</summary>
public sealed record ParentPlanWaiverApproved(LocalDate ApprovedOn) : Fact(ApprovedOn);

/// <summary>The parents asked for a plan.</summary>
public sealed record ParentPlanRequested(LocalDate RequestedOn) : Fact(RequestedOn);

/// <summary>The parents were offered a plan and could not yet take it on.</summary>
public sealed record ParentPlanPostponed(LocalDate PostponedOn) : Fact(PostponedOn);

/// <summary>A plan for the whole family (helhedsorienteret plan) took the place of the parent plan.</summary>
public sealed record HolisticPlanAdopted(LocalDate AdoptedOn, bool Consent) : Fact(AdoptedOn);

/// <summary>The parents' crisis was found acute, or handled.</summary>
public sealed record ParentCrisisNoted(LocalDate NotedOn, bool Acute) : Fact(NotedOn);

/// <summary>Talks in the crisis were offered to the parents.</summary>
public sealed record CrisisSupportOffered(LocalDate OfferedOn) : Fact(OfferedOn);

/// <summary>The family had a measure before the placement.</summary>
public sealed record RunningSupportNoted(string Measure, LocalDate NotedOn) : Fact(NotedOn);

/// <summary>Whether such a measure goes on was decided.</summary>
public sealed record RunningSupportDecided(string Measure, LocalDate DecidedOn, bool Continues) : Fact(DecidedOn);

/// <summary>The parents were contacted outside a meeting; an attempt counts.</summary>
public sealed record ParentsContacted(LocalDate ContactedOn, bool Reached) : Fact(ContactedOn);

/// <summary>It was agreed that the site tells the parents of everyday life every month.</summary>
public sealed record ParentUpdatesAgreed(LocalDate AgreedOn) : Fact(AgreedOn);

/// <summary>The site told the parents.</summary>
public sealed record ParentUpdateSent(LocalDate SentOn) : Fact(SentOn);

/// <summary>It was agreed that it no longer does.</summary>
public sealed record ParentUpdatesEnded(LocalDate EndedOn) : Fact(EndedOn);
