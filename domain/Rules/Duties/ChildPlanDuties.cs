using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>The child's plan: handleplan under serviceloven, barnets plan under barnets lov.</summary>
internal static class ChildPlanDuties
{
    private const int YouthAge = 16;

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "child-plan-before-decision",
            Title = "Barnets plan før afgørelsen",
            Kind = DutyKind.Statute,
            Rows = ["AP-01", "BL-03"],
            Law = LegalBasis.Throughout("serviceloven § 140, stk. 1", "barnets lov § 51, stk. 1, nr. 3"),
            Anchors = Anchors.Decision,
            Due = s => NeedsPlanFirst(s) ? Due.SameDay(Term.Statutory)(s) : null,
            Closes = Adopted,
        },
        new()
        {
            Id = "child-plan-emergency",
            Title = "Handleplan efter akut anbringelse",
            Kind = DutyKind.Statute,
            Rows = ["AP-03"],
            Law = new LegalBasis("serviceloven § 140, stk. 2", "serviceloven § 140, stk. 2", null),
            Anchors = EarlierOfDecisionAndStart,
            Due = s => Placement(s).Emergency ? Due.InMonths(s, 4, Term.Statutory) : null,
            Closes = Adopted,
        },
        new()
        {
            Id = "child-plan",
            Title = "Barnets plan",
            Kind = DutyKind.Statute,
            Rows = ["BL § 91, stk. 2"],
            Law = new LegalBasis(null, null, "barnets lov § 91, stk. 2"),
            Anchors = Anchors.Decision,
            Due = s => Placement(s).WithConsent && !HasTurned(s, YouthAge) ? Due.InMonths(s, 3, Term.Statutory) : null,
            Closes = Adopted,
        },
    ];

    private static PlacementDecided Placement(Situation s) => s.File.Decision!.Fact;

    private static Closing? Adopted(Situation s) => Closing.By(s.First<ChildPlanAdopted>(_ => true), "plan vedtaget");

    /// <summary>Serviceloven: always but in emergencies. Barnets lov: where there is no consent, and no emergency either.</summary>
    private static bool NeedsPlanFirst(Situation s) => !Placement(s).Emergency && (s.Regime != Regime.C || !Placement(s).WithConsent);

    private static bool HasTurned(Situation s, int age) => s.Day >= Placement(s).BirthDate.PlusYears(age);

    /// <summary>The law says within four months and not from when: the earlier anchor is taken (T-04).</summary>
    private static IEnumerable<Anchor> EarlierOfDecisionAndStart(CaseFile file, LocalDate today) =>
        file.Start is { } start && start.Day < file.Decision!.Day ? Anchors.Start(file, today) : Anchors.Decision(file, today);
}
