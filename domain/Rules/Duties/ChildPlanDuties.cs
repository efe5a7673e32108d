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
            Rows = ["AP-01", "AP-11", "AP-19", "BL-03"],
            Law = LegalBasis.Throughout("serviceloven § 140, stk. 1", "barnets lov § 91, stk. 2, og § 51, stk. 1, nr. 3"),
            Starts = Anchors.Decision,
            Due = Due.SameDay(Term.Statutory).Where("serviceloven: ikke ved akut anbringelse; barnets lov: kun uden samtykke, ikke akut", NeedsPlanFirst),
            Closes = [Adopted],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "child-plan-emergency",
            Title = "Handleplan efter akut anbringelse",
            Kind = DutyKind.Statute,
            Rows = ["AP-03"],
            Law = new LegalBasis("serviceloven § 140, stk. 1", "serviceloven § 140, stk. 1", null),
            Starts = new("der er truffet afgørelse om anbringelse, eller den er iværksat: det tidligste", EarlierOfDecisionAndStart),
            Due = Due.Months(4, Term.Statutory).Where("ved akut anbringelse", s => Placement(s).Emergency),
            Closes = [Adopted],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "child-plan",
            Title = "Barnets plan",
            Kind = DutyKind.Statute,
            Rows = ["BL § 91, stk. 2"],
            Law = new LegalBasis(null, null, "barnets lov § 91, stk. 2"),
            Starts = Anchors.Decision,
            Due = Due.Months(3, Term.Statutory).Where("med samtykke, også akut; barnet under 16 år på dagen", s => Placement(s).WithConsent && !HasTurned(s, YouthAge)),
            Closes = [Adopted],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "child-plan-provisional",
            Title = "Barnets plan efter en foreløbig afgørelse",
            Kind = DutyKind.Statute,
            Rows = ["BL § 143, stk. 5"],
            Law = new LegalBasis(null, null, "barnets lov § 143, stk. 5, og § 51, stk. 1, nr. 3"),
            Starts = Anchors.Decision,
            Due = Due.Months(1, Term.Municipal).Where("akut og uden samtykke: den endelige afgørelse kræver planen", s => Placement(s).Emergency && !Placement(s).WithConsent),
            Closes = [Adopted],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "emergency-purpose",
            Title = "Formålet med den akutte anbringelse",
            Kind = DutyKind.Statute,
            Rows = ["AP-02"],
            Law = new LegalBasis("serviceloven § 140, stk. 1", "serviceloven § 140, stk. 1", null),
            Starts = Anchors.Decision,
            Due = Due.SameDay(Term.Statutory).Where("ved akut anbringelse", s => Placement(s).Emergency),
            Closes =
            [
                new("formålet er kort angivet i afgørelsen", s => Placement(s).PurposeStated == true ? new Closing(s.Day, "formål angivet", s.Anchor.Fact) : null),
                Closer.By<ChildPlanAdopted>("en plan er vedtaget senest den dag", "plan vedtaget", (s, plan) => plan.Day <= s.Day),
            ],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "child-plan-contents",
            Title = "Planens indhold",
            Kind = DutyKind.Statute,
            Rows = ["AP-05", "AP-06", "AP-08", "AP-09", "AP-10", "PP-05"],
            Law = new LegalBasis("serviceloven § 140, stk. 3 og 4", "serviceloven § 140, stk. 2 og 3", "barnets lov § 92"),
            Starts = EachVersion,
            Due = Due.SameDay(Term.Statutory),
            Closes =
            [
                new(
                    "en version har alt det indhold, loven kræver",
                    s => PlanContents.FirstComplete(s) is { } plan ? Closing.By(plan.Known, "alt indhold med") : null),
            ],
            Defects = PlanContents.Checks,
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "adulthood-goals",
            Title = "Mål for overgangen til voksenlivet",
            Kind = DutyKind.Statute,
            Rows = ["AP-07"],
            Law = new LegalBasis("serviceloven § 140, stk. 3", "serviceloven § 140, stk. 2", null),
            Starts = new("den unge fylder 16 år under anbringelsen; ellers den første plan derefter", BirthdayOrFirstPlanAfter),
            Due = Due.SameDay(Term.Statutory).Then((s, due) => s.Anchor.Fact == (IRecorded)s.File.Decision! ? Birthdays.Before(s, due) : due),
            Closes =
            [
                new(
                    "en version af planen har mål for overgangen til voksenlivet",
                    s => PlanVersion.ListOf(s.File).Where(plan => plan.Contents.Contains(PlanContent.AdulthoodGoals)).Select(plan => Closing.By(plan.Known, "voksenlivsmål i planen")).FirstOrDefault()),
            ],
            Repeats = Recurrence.Once,
            LadderNote = Birthdays.LadderNote,
            TellsBirthday = true,
        },
        new()
        {
            Id = "youth-plan",
            Title = "Ungeplan",
            Kind = DutyKind.Statute,
            Rows = ["BL-04"],
            Law = new LegalBasis(null, null, "barnets lov § 108, stk. 2 og 3"),
            Starts = new("der er truffet afgørelse om anbringelse, eller den unge fylder 16 år under anbringelsen: det seneste", LaterOfDecisionAndBirthday),
            Due = Due.Months(3, Term.Statutory).Then((s, due) => s.Day > s.File.Decision!.Day ? Birthdays.Before(s, due) : due),
            Closes =
            [
                new(
                    "en ungeplan er vedtaget",
                    s => PlanVersion.ListOf(s.File).Where(plan => plan.Kind == ChildPlanKind.Ungeplan).Select(plan => Closing.By(plan.Known, "ungeplan vedtaget")).FirstOrDefault()),
            ],
            Repeats = Recurrence.Once,
            LadderNote = Birthdays.LadderNote,
            TellsBirthday = true,
        },
    ];

    private static PlacementDecided Placement(Situation s) => s.File.Decision!.Fact;

    private static Closer Adopted => Closer.By<ChildPlanAdopted>("planen er vedtaget", "plan vedtaget");

    private static Trigger EachVersion =>
        new("en plan er vedtaget eller revideret", (file, _) => PlanVersion.Each(file));

    /// <summary>Serviceloven: always but in emergencies. Barnets lov: where there is no consent, and no emergency either.</summary>
    private static bool NeedsPlanFirst(Situation s) => !Placement(s).Emergency && (s.Regime != Regime.C || !Placement(s).WithConsent);

    /// <summary>The 16th birthday where the child is placed by then; else the first plan made after it.</summary>
    private static IEnumerable<Anchor> BirthdayOrFirstPlanAfter(CaseFile file, LocalDate today)
    {
        if (Birthdays.While(file, YouthAge) is { } birthday)
        {
            return [birthday];
        }

        return PlanVersion.ListOf(file).Where(plan => plan.Known.Day >= file.Decision!.Fact.BirthDate.PlusYears(YouthAge)).Take(1).Select(plan => Anchor.On(file, plan.Known, "plan vedtaget"));
    }

    private static IEnumerable<Anchor> LaterOfDecisionAndBirthday(CaseFile file, LocalDate today) =>
        Birthdays.While(file, YouthAge) is { } birthday ? [birthday] : Anchors.Decision.In(file, today);

    private static bool HasTurned(Situation s, int age) => s.Day >= Placement(s).BirthDate.PlusYears(age);

    /// <summary>The law says within four months and not from when: the earlier anchor is taken (T-04).</summary>
    private static IEnumerable<Anchor> EarlierOfDecisionAndStart(CaseFile file, LocalDate today) =>
        file.Start is { } start && start.Day < file.Decision!.Day ? Anchors.Start.In(file, today) : Anchors.Decision.In(file, today);
}
