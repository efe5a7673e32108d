using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>A version of the child's plan, adopted or revised.</summary>
internal sealed record PlanVersion(int Version, ChildPlanKind Kind, IReadOnlyList<PlanContent> Contents, IReadOnlyList<PlanContent> Insufficient, bool? GoalsAssigned, IReadOnlyList<PlanParticipant>? Involved, IRecorded Known)
{
    /// <summary>All versions, in the order of the case.</summary>
    public static IReadOnlyList<PlanVersion> ListOf(CaseFile file) => file.Once(Versions);

    /// <summary>The version that started an occurrence.</summary>
    public static PlanVersion Of(Situation s) => ListOf(s.File)[s.Anchor.Number];

    /// <summary>Each version as an anchor, or those that count; its number says where it stands in the list.</summary>
    public static IEnumerable<Anchor> Each(CaseFile file, Func<PlanVersion, bool>? counts = null) => ListOf(file)
        .Select((plan, i) => counts is null || counts(plan) ? Anchor.On(file, plan.Known, $"plan version {plan.Version}", number: i) : null)
        .OfType<Anchor>();

    /// <summary>The highest number any version had by a day; zero where there was none.</summary>
    public static int HighestBy(CaseFile file, LocalDate day) =>
        CaseOrder.First(file.Once(Versions), day, static (plan, by) => plan.Known.Day > by) is var i and > 0 ? file.Once(Highest)[i - 1] : 0;

    private static IEnumerable<int> Highest(CaseFile file)
    {
        int highest = 0;
        return ListOf(file).Select(plan => highest = Math.Max(highest, plan.Version));
    }

    private static IEnumerable<PlanVersion> Versions(CaseFile file) =>
        CaseOrder.Merged(
            file.All<ChildPlanAdopted>().Select(plan => new PlanVersion(plan.Fact.Version, plan.Fact.Kind, plan.Fact.Contents, plan.Fact.Insufficient, plan.Fact.GoalsAssigned, plan.Fact.Involved, plan)),
            file.All<ChildPlanRevised>().Select(plan => new PlanVersion(plan.Fact.Version, plan.Fact.Kind, plan.Fact.Contents, plan.Fact.Insufficient, plan.Fact.GoalsAssigned, plan.Fact.Involved, plan)),
            static plan => plan.Known);
}
