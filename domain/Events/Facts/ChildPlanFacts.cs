using NodaTime;

namespace Rettidig.Domain.Events.Facts;

/// <summary>The child's plan was adopted: handleplan, barnets plan or ungeplan.</summary>
public sealed record ChildPlanAdopted(LocalDate AdoptedOn, int Version, ChildPlanKind Kind, IReadOnlyList<PlanContent> Contents) : Fact(AdoptedOn)
{
    /// <summary>What is mentioned, but not sufficiently, and so is not among the contents.</summary>
    public IReadOnlyList<PlanContent> Insufficient { get; init; } = [];

    /// <summary>Whether every goal has somebody responsible; null where the case system does not tell.</summary>
    public bool? GoalsAssigned { get; init; }

    /// <summary>Who took part in making it; null where the case system does not tell.</summary>
    public IReadOnlyList<PlanParticipant>? Involved { get; init; }
}

/// <summary>A new version of the child's plan.</summary>
public sealed record ChildPlanRevised(LocalDate RevisedOn, int Version, ChildPlanKind Kind, IReadOnlyList<PlanContent> Contents) : Fact(RevisedOn)
{
    /// <inheritdoc cref="ChildPlanAdopted.Insufficient"/>
    public IReadOnlyList<PlanContent> Insufficient { get; init; } = [];

    /// <summary>Whether every goal has somebody responsible; null where the case system does not tell.</summary>
    public bool? GoalsAssigned { get; init; }

    /// <summary>Who took part in making it; null where the case system does not tell.</summary>
    public IReadOnlyList<PlanParticipant>? Involved { get; init; }
}

/// <summary>Handleplan (serviceloven), barnets plan (barnets lov), ungeplan (from 16).</summary>
public enum ChildPlanKind
{
    Handleplan,
    BarnetsPlan,
    Ungeplan,
}

/// <summary>Who a plan is made with.</summary>
public enum PlanParticipant
{
    Child,
    Parents,
}

/// <summary>What a plan must say.</summary>
public enum PlanContent
{
    Purpose,
    Measure,
    Goals,
    FamilySupport,
    Duration,
    AdulthoodGoals,
}

/// <summary>The relevant parts of the plan were handed over to the site.</summary>
public sealed record ChildPlanHandedOver(LocalDate HandedOverOn, int Version, string Site, HandOverForm Form) : Fact(HandedOverOn)
{
    /// <summary>Whether it was seen to that the site gets only the relevant parts of what is said of the parents; null where the case system does not tell.</summary>
    public bool? ParentPartsLimited { get; init; }
}

/// <summary>Both close the duty; only oral is worth a remark.</summary>
public enum HandOverForm
{
    Written,
    Oral,
}

/// <summary>The site asked for the plan it lacks (rykker).</summary>
public sealed record ChildPlanChased(LocalDate ChasedOn, string Site) : Fact(ChasedOn);

/// <summary>The site says it has received the plan.</summary>
public sealed record ChildPlanReceived(LocalDate ReceivedOn, int Version, string Site) : Fact(ReceivedOn);

/// <summary>An examination or partial assessment (børnefaglig undersøgelse, afdækning) was completed.</summary>
public sealed record AssessmentCompleted(LocalDate CompletedOn) : Fact(CompletedOn);

/// <summary>An examination (børnefaglig undersøgelse) was begun.</summary>
/// <param name="StartedOn">The day it was begun.</param>
/// <param name="AwareOn">The day the municipality became aware that the child may need support, where that was before.</param>
public sealed record AssessmentStarted(LocalDate StartedOn, LocalDate? AwareOn) : Fact(StartedOn);

/// <summary>The placement was dealt with at an allocation meeting (visitation).</summary>
public sealed record AllocationMeetingHeld(LocalDate HeldOn) : Fact(HeldOn);

/// <summary>The leader read a version of the plan.</summary>
public sealed record ChildPlanQualityChecked(LocalDate CheckedOn, int Version) : Fact(CheckedOn);

/// <summary>Something that matters changed for the child.</summary>
public sealed record CircumstancesChanged(LocalDate ChangedOn) : Fact(ChangedOn);

/// <summary>The plan was held up against a change and stands.</summary>
public sealed record ChildPlanUpheld(LocalDate UpheldOn) : Fact(UpheldOn);

/// <summary>The site says that the plan lacks something it needs.</summary>
public sealed record ChildPlanGapsReported(string Site, LocalDate ReportedOn) : Fact(ReportedOn);
