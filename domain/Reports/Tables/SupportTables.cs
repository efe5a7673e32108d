using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Facts;
using static Rettidig.Domain.Reports.Tables.SupportedFamily;

namespace Rettidig.Domain.Reports.Tables;

/// <summary>Tables 3.1, 3.2 and 4.3 of the study of support to parents, and the figures in its text on their plan and its follow-up.</summary>
internal static class SupportTables
{
    public static readonly ReportSection Section = new(
        "support",
        "Støtte til forældrene",
        "Ankestyrelsen: Støtte efter servicelovens § 54 til forældre til anbragte børn (2021), screening af 52 sager",
        [Person, Wait, Today, Forms, Kinds, Assessment, Plan, FollowUp, Programme]);

    private static FigureGroup Person => new FigureGroup<ReportedCase>
    {
        Id = "support-person",
        Title = "Støtteperson (§ 54, stk. 1; barnets lov § 75)",
        Definition = "Af alle anbringelser. Tæller, når mindst én med forældremyndighed er tilbudt en støtteperson, har sagt ja eller har fået en bevilget.",
        Items = placement => [placement],
        Figures =
        [
            new("offered", "tilbudt", WasOffered),
            new("accepted", "taget imod", Accepted),
            new("granted", "bevilget", HasPerson),
        ],
    };

    private static FigureGroup Wait => new FigureGroup<ReportedCase>
    {
        Id = "support-person-wait",
        Title = "Hvornår støttepersonen blev bevilget",
        Definition = "Af anbringelser med en bevilget støtteperson. Måneden efter iværksættelsen, som den første bevilling faldt i; den første måned er «ved start».",
        Items = placement => [placement],
        LeftOut = placement => !HasPerson(placement),
        Figures =
        [
            Granted("at-start", "ved start", 0, 1),
            Granted("months-2-4", "efter 2-4 måneder", 1, 4),
            Granted("months-5-8", "efter 5-8 måneder", 4, 8),
            Granted("months-9-12", "efter 9-12 måneder", 8, 12),
            Granted("over-a-year", "efter over 12 måneder", 12, int.MaxValue),
        ],
    };

    private static FigureGroup Today => new FigureGroup<ReportedCase>
    {
        Id = "support-person-today",
        Title = "Støtteperson på opgørelsesdagen",
        Definition = "Af anbringelser, der er i gang på opgørelsesdagen. Opgjort pr. barn, som Ankestyrelsen spurgte pr. 31. december.",
        Items = placement => [placement],
        LeftOut = placement => !placement.IsRunning,
        Figures = [new("active", "bevilget og ikke ophørt", HasPersonToday)],
    };

    private static FigureGroup Forms => new FigureGroup<ReportedCase>
    {
        Id = "support-forms",
        Title = "Bevilget støtte (§ 54, stk. 1 og 2; barnets lov §§ 75-76)",
        Definition = "Af alle anbringelser. Bevilget på noget tidspunkt til og med opgørelsesdagen. Støttet samvær er ikke støtte til forældrene.",
        Items = placement => [placement],
        Figures =
        [
            new("other", "anden støtte (stk. 2)", HasOther),
            new("person", "støtteperson (stk. 1)", HasPerson),
            new("both", "begge", c => HasPerson(c) && HasOther(c)),
            new("only-other", "kun anden støtte", c => !HasPerson(c) && HasOther(c)),
            new("only-person", "kun støtteperson", c => HasPerson(c) && !HasOther(c)),
            new("any", "mindst én af dem", HasAny),
            new("none", "ingen af dem", c => !HasAny(c)),
        ],
    };

    private static NamedFigureGroup Kinds => new()
    {
        Id = "support-kinds",
        Title = "Anden støtte (stk. 2) efter slags",
        Definition = "Af anbringelser, hvor anden støtte er bevilget. Slagsen hedder, hvad fagsystemet kalder den; en anbringelse kan have flere.",
        Names = KindsOf,
    };

    private static FigureGroup Assessment => new FigureGroup<ReportedCase>
    {
        Id = "support-assessment",
        Title = "Forældrenes behov for støtte",
        Definition = "Af alle anbringelser. Kun en vurdering, der er registreret, tæller; en bevilling i sig selv gør ikke.",
        Items = placement => [placement],
        Figures =
        [
            new("documented", "vurderingen er dokumenteret", IsAssessed),
            new("not-documented", "vurderingen er ikke dokumenteret", c => !IsAssessed(c)),
        ],
    };

    private static FigureGroup Plan => new FigureGroup<ReportedCase>
    {
        Id = "parent-plan",
        Title = "Forældrehandleplan (barnets lov § 77)",
        Definition = "Af anbringelser, hvor mindst én form for støtte er bevilget.",
        Items = placement => [placement],
        LeftOut = placement => !HasAny(placement),
        Figures =
        [
            new("adopted", "en særskilt plan er udarbejdet", HasPlan),
            new("none", "ingen særskilt plan", c => !HasPlan(c)),
            new("holistic", "erstattet af en helhedsorienteret plan", HasHolisticPlan) { Among = c => !HasPlan(c), IsPart = true },
            new("waived", "fraveget med en grund (§ 77, stk. 3)", HasWaivedPlan) { Among = c => !HasPlan(c), IsPart = true },
            new("not-due", "inden for fristen", c => c.Of("parent-plan").Any(HasTimeLeft)) { Among = c => !HasPlan(c), IsPart = true },
        ],
    };

    private static FigureGroup FollowUp => new FigureGroup<ReportedCase>
    {
        Id = "support-follow-up",
        Title = "Opfølgning på støtten",
        Definition = "Af anbringelser, hvor mindst én form for støtte er bevilget. Ankestyrelsen læste 20 af dem nærmere og fandt 8 og 19.",
        Items = placement => [placement],
        LeftOut = placement => !HasAny(placement),
        Figures =
        [
            new("formal", "en formel opfølgning", c => c.File.All<ParentPlanFollowedUp>().Any(followUp => followUp.Fact.Formal)),
            new("any", "opfølgning eller løbende kontakt", c => c.File.All<ParentPlanFollowedUp>().Count > 0),
        ],
    };

    /// <summary>From 16 to 48 weeks: what the method gives, though its phases add up to 20 at least (law.md T-06).</summary>
    private static FigureGroup Programme => new FigureGroup<TargetedSupportLength>
    {
        Id = "targeted-support",
        Title = "Målrettet støtte: forløbets længde",
        Definition = "Af afsluttede forløb. Metoden regner med 16-48 uger.",
        LeftOutText = "forløbet er i gang",
        Items = TargetedSupportLength.ListOf,
        LeftOut = programme => programme.Weeks is null,
        Figures =
        [
            new("under-16-weeks", "under 16 uger", programme => programme.Weeks < TargetedSupportLength.Shortest),
            new("16-48-weeks", "16-48 uger", programme => programme.Weeks is >= TargetedSupportLength.Shortest and <= TargetedSupportLength.Longest),
            new("over-48-weeks", "over 48 uger", programme => programme.Weeks > TargetedSupportLength.Longest),
        ],
    };

    private static Figure<ReportedCase> Granted(string id, string text, int afterMonth, int upToMonth) =>
        new(id, text, c => MonthOfFirstGrant(c) is var month && month > afterMonth && month <= upToMonth);

    private static bool IsAssessed(ReportedCase c) => c.File.All<ParentSupportAssessed>().Count > 0;

    private static bool HasTimeLeft(Obligation obligation) => obligation.Status is ObligationStatus.Pending or ObligationStatus.Due;
}
