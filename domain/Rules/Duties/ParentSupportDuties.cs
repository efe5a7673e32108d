using NodaTime;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Support to the parents and their own plan (forældrehandleplan).</summary>
internal static class ParentSupportDuties
{
    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "parent-support-decision",
            Title = "Afgørelse om støtte til forældrene",
            Kind = DutyKind.Statute,
            Rows = ["PS-02"],
            Law = LegalBasis.Throughout("serviceloven § 54, stk. 2", "barnets lov § 76"),
            Anchors = Anchors.Start,
            Due = Due.Months(2, Term.Municipal),
            Closes = s => Closing.By(s.First<ParentSupportDecided>(_ => true), "afgørelse om støtte truffet"),
        },
        new()
        {
            Id = "parent-plan",
            Title = "Forældrehandleplan",
            Kind = DutyKind.Statute,
            Rows = ["PP-01", "PP-02", "BL-22"],
            Law = LegalBasis.Throughout("serviceloven § 54, stk. 2", "barnets lov § 77"),
            Anchors = FirstSupport,
            Due = Due.Months(1, Term.Municipal),
            Closes = s => Closing.Earliest(
                Closing.By(s.First<ParentPlanAdopted>(_ => true), "forældrehandleplan vedtaget"),
                s.Regime == Regime.C ? Closing.By(s.First<ParentPlanWaived>(_ => true), "undladt med begrundelse") : null),
        },
    ];

    /// <summary>The first support granted, whether a support person or other support.</summary>
    private static IEnumerable<Anchor> FirstSupport(CaseFile file, LocalDate today) =>
        file.All<ParentSupportDecided>().Where(decision => decision.Fact.Outcome == ParentSupportOutcome.Granted).Select(decision => Anchor.On(file, decision, "støtte bevilget"))
            .Concat(file.All<SupportPersonGranted>().Select(grant => Anchor.On(file, grant, "støtteperson bevilget")))
            .OrderBy(anchor => anchor.Fact!, CaseOrder.Comparer)
            .Take(1);
}
