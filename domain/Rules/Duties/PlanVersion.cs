using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>A version of the child's plan, adopted or revised.</summary>
internal sealed record PlanVersion(int Version, ChildPlanKind Kind, IReadOnlyList<PlanContent> Contents, IReadOnlyList<PlanContent> Insufficient, bool? GoalsAssigned, IReadOnlyList<PlanParticipant>? Involved, IRecorded Known)
{
    /// <summary>All versions, in the order of the case.</summary>
    public static IReadOnlyList<PlanVersion> ListOf(CaseFile file) => file.Once(Versions);

    /// <summary>The version that started an occurrence.</summary>
    public static PlanVersion Of(Situation s) => ListOf(s.File)[IndexOf(s)];

    /// <summary>Where the version that started an occurrence stands in the list.</summary>
    public static int IndexOf(Situation s) => CaseOrder.At<PlanVersion>(s.File.Once(Versions), s.Anchor.Fact!, static plan => plan.Known);

    private static IEnumerable<PlanVersion> Versions(CaseFile file) =>
        file.All<ChildPlanAdopted>().Select(plan => new PlanVersion(plan.Fact.Version, plan.Fact.Kind, plan.Fact.Contents, plan.Fact.Insufficient, plan.Fact.GoalsAssigned, plan.Fact.Involved, plan))
            .Concat(file.All<ChildPlanRevised>().Select(plan => new PlanVersion(plan.Fact.Version, plan.Fact.Kind, plan.Fact.Contents, plan.Fact.Insufficient, plan.Fact.GoalsAssigned, plan.Fact.Involved, plan)))
            .OrderBy(plan => plan.Known, CaseOrder.Comparer);
}
