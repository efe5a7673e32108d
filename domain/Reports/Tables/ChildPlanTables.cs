using Rettidig.Domain.Events.Facts;
using static Rettidig.Domain.Reports.Tables.PlannedChild;

namespace Rettidig.Domain.Reports.Tables;

/// <summary>Figure 3.1 of the study of child plans, and the figures in its text.</summary>
internal static class ChildPlanTables
{
    public static readonly ReportSection Section = new(
        "child-plan",
        "Barnets plan (handleplan, barnets plan, ungeplan)",
        "Ankestyrelsen: handleplaner for anbragte børn og unge (2019), gennemgang af 225 sager",
        [Exists, Timing, Contents, Adulthood]);

    private static FigureGroup Exists => new FigureGroup<ReportedCase>
    {
        Id = "plan",
        Title = "Er der en plan?",
        Definition = "Af alle anbringelser. En plan om den aktuelle anbringelse.",
        Items = placement => [placement],
        Figures =
        [
            new("exists", "der er en plan", HasPlan),
            new("none", "der er ingen plan", c => !HasPlan(c)),
            new("not-due", "inden for fristen", HasTimeLeft) { Among = c => !HasPlan(c), IsPart = true },
        ],
    };

    private static FigureGroup Timing => new FigureGroup<ReportedCase>
    {
        Id = "plan-timing",
        Title = "Forelå planen til tiden?",
        Definition =
            "Af anbringelser med en plan. Til tiden er efter serviceloven før afgørelsen; ved en akut anbringelse formålet med afgørelsen og planen inden fire måneder. "
            + "Efter barnets lov før afgørelsen uden samtykke, ellers inden tre måneder.",
        Items = placement => [placement],
        LeftOut = placement => !HasPlan(placement),
        Figures =
        [
            new("in-time", "til tiden", CameInTime),
            new("not-in-time", "ikke til tiden", c => !CameInTime(c)),
            new("emergency", "akutte", c => !CameInTime(c) && c.File.Decision!.Fact.Emergency) { Among = c => !CameInTime(c), IsPart = true },
        ],
    };

    private static FigureGroup Contents => new FigureGroup<ReportedCase>
    {
        Id = "plan-contents",
        Title = "Hvad mangler i planen?",
        Definition = "Af anbringelser med en plan, som loven kræver det i; den nyeste udgave. Efter barnets lov står formål, indsats og varighed i afgørelsen og tælles ikke.",
        Items = placement => [placement],
        LeftOut = placement => !HasPlan(placement),
        Figures =
        [
            Lacking("purpose", "formålet", PlanContent.Purpose),
            Lacking("measure", "den nødvendige indsats", PlanContent.Measure),
            Lacking("goals", "konkrete mål", PlanContent.Goals),
            Lacking("family-support", "støtten til familien", PlanContent.FamilySupport),
            new("family-support-insufficient", "nævnt, men ikke tilstrækkeligt", c => Mentions(c, PlanContent.FamilySupport))
            {
                Among = c => MustHold(c, PlanContent.FamilySupport) && Lacks(c, PlanContent.FamilySupport),
                IsPart = true,
            },
            Lacking("duration", "den forventede varighed", PlanContent.Duration),
            new("nothing", "intet mangler", HoldsAll),
        ],
    };

    private static FigureGroup Adulthood => new FigureGroup<ReportedCase>
    {
        Id = "adulthood",
        Title = "Overgangen til voksenlivet",
        Definition = "Af anbringelser med en plan. Mål for voksenlivet efter serviceloven; efter barnets lov en ungeplan, når fristen for den er udløbet.",
        Items = placement => [placement],
        LeftOut = placement => !HasPlan(placement),
        Figures =
        [
            new("sixteen", "barnet er 16 år eller ældre", IsYouth),
            new("goals", "med mål for voksenlivet", HasAdulthoodGoals) { Among = IsYouth, IsPart = true },
        ],
    };

    private static Figure<ReportedCase> Lacking(string id, string text, PlanContent content) =>
        new(id, text, c => Lacks(c, content)) { Among = c => MustHold(c, content) };
}
