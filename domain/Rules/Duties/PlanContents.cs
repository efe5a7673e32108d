using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>What the law wants in a plan. Under barnets lov purpose and duration stand in the decision instead.</summary>
internal static class PlanContents
{
    private static readonly PlanContent[] Serviceloven = [PlanContent.Purpose, PlanContent.Measure, PlanContent.Goals, PlanContent.FamilySupport, PlanContent.Duration];
    private static readonly PlanContent[] BarnetsLov = [PlanContent.Goals, PlanContent.FamilySupport];

    public static IReadOnlyList<PlanContent> RequiredIn(Regime regime) => regime == Regime.C ? BarnetsLov : Serviceloven;

    /// <summary>A check for each thing that some regime wants.</summary>
    public static IReadOnlyList<DefectCheck> Checks => [.. Serviceloven.Select(content => new DefectCheck(Lacking(content), s => MissingIn(s.Regime, PlanVersion.Of(s)).Contains(content), BarnetsLov.Contains(content) ? "" : "kun serviceloven"))];

    /// <summary>What a version lacks of what the regime wants.</summary>
    public static IEnumerable<PlanContent> MissingIn(Regime regime, PlanVersion plan) => RequiredIn(regime).Except(plan.Contents);

    private static Defect Lacking(PlanContent content) => new("no-" + ChoiceNames<PlanContent>.Text(content), Danish(content), Statutory: true);

    private static string Danish(PlanContent content) => content switch
    {
        PlanContent.Purpose => "formål",
        PlanContent.Measure => "nødvendig indsats",
        PlanContent.Goals => "konkrete mål",
        PlanContent.FamilySupport => "støtte til familien",
        PlanContent.Duration => "forventet varighed",
        _ => "mål for overgangen til voksenlivet",
    };
}
