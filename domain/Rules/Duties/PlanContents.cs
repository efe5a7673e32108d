using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>What the law wants in a plan. Under barnets lov purpose and duration stand in the decision instead.</summary>
internal static class PlanContents
{
    private static readonly PlanContent[] Serviceloven = [PlanContent.Purpose, PlanContent.Measure, PlanContent.Goals, PlanContent.FamilySupport, PlanContent.Duration];
    private static readonly PlanContent[] BarnetsLov = [PlanContent.Goals, PlanContent.FamilySupport];

    /// <summary>A check for each thing that some regime wants.</summary>
    public static IReadOnlyList<DefectCheck> Checks => [.. Serviceloven.Select(content => new DefectCheck(Lacking(content), s => RequiredIn(s.Regime).Contains(content) && !PlanVersion.Of(s).Contents.Contains(content), BarnetsLov.Contains(content) ? "" : "kun serviceloven"))];

    /// <summary>The version that started an occurrence, or the first later one, that has all the regime wants.</summary>
    public static PlanVersion? FirstComplete(Situation s)
    {
        int[] complete = s.File.Once<int>(s.Regime == Regime.C ? CompleteByBarnetsLov : CompleteByServiceloven);
        return complete[s.Anchor.Number] is var i and >= 0 ? PlanVersion.ListOf(s.File)[i] : null;
    }

    /// <summary>What the regime wants.</summary>
    public static IReadOnlyList<PlanContent> RequiredIn(Regime regime) => regime == Regime.C ? BarnetsLov : Serviceloven;

    private static IEnumerable<int> CompleteByServiceloven(CaseFile file) => FirstComplete(file, Serviceloven);

    private static IEnumerable<int> CompleteByBarnetsLov(CaseFile file) => FirstComplete(file, BarnetsLov);

    /// <summary>For each version, which is the first from it on that is complete; below zero where none is.</summary>
    private static int[] FirstComplete(CaseFile file, PlanContent[] required)
    {
        IReadOnlyList<PlanVersion> plans = PlanVersion.ListOf(file);
        var first = new int[plans.Count];
        for (int i = plans.Count - 1, next = -1; i >= 0; i--)
        {
            next = Array.TrueForAll(required, plans[i].Contents.Contains) ? i : next;
            first[i] = next;
        }

        return first;
    }

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
