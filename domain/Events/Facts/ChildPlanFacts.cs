using NodaTime;

namespace Rettidig.Domain.Events.Facts;

/// <summary>The child's plan was adopted: handleplan, barnets plan or ungeplan.</summary>
public sealed record ChildPlanAdopted(LocalDate AdoptedOn, int Version, ChildPlanKind Kind, IReadOnlyList<PlanContent> Contents) : Fact(AdoptedOn);

/// <summary>A new version of the child's plan.</summary>
public sealed record ChildPlanRevised(LocalDate RevisedOn, int Version, ChildPlanKind Kind, IReadOnlyList<PlanContent> Contents) : Fact(RevisedOn);

/// <summary>Handleplan (serviceloven), barnets plan (barnets lov), ungeplan (from 16).</summary>
public enum ChildPlanKind
{
    Handleplan,
    BarnetsPlan,
    Ungeplan,
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
public sealed record ChildPlanHandedOver(LocalDate HandedOverOn, int Version, string Site, HandOverForm Form) : Fact(HandedOverOn);

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
