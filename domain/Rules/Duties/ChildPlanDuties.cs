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
            Terms = [new DutyTerm(Counted.Months(4), Term.Statutory)],
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
            Terms = [new DutyTerm(Counted.Months(3), Term.Statutory)],
            Closes = Adopted,
        },
        new()
        {
            Id = "child-plan-provisional",
            Title = "Barnets plan efter en foreløbig afgørelse",
            Kind = DutyKind.Statute,
            Rows = ["BL §§ 143, stk. 4, og 51, stk. 1"],
            Law = new LegalBasis(null, null, "barnets lov § 143, stk. 4, og § 51, stk. 1"),
            Anchors = Anchors.Decision,
            Due = s => Placement(s).Emergency && !Placement(s).WithConsent ? Due.InMonths(s, 1, Term.Municipal) : null,
            Terms = [new DutyTerm(Counted.Months(1), Term.Municipal)],
            Closes = Adopted,
        },
        new()
        {
            Id = "emergency-purpose",
            Title = "Formålet med den akutte anbringelse",
            Kind = DutyKind.Statute,
            Rows = ["AP-02"],
            Law = new LegalBasis("serviceloven § 140, stk. 2", "serviceloven § 140, stk. 2", null),
            Anchors = Anchors.Decision,
            Due = s => Placement(s).Emergency ? Due.SameDay(Term.Statutory)(s) : null,
            Closes = s => Placement(s).PurposeStated == true ? new Closing(s.Day, "formål angivet", s.Anchor.Fact) : Closing.By(s.First<ChildPlanAdopted>(plan => plan.Day <= s.Day), "plan vedtaget"),
        },
        new()
        {
            Id = "child-plan-contents",
            Title = "Planens indhold",
            Kind = DutyKind.Statute,
            Rows = ["AP-05", "AP-06", "AP-08", "AP-09", "AP-10"],
            Law = LegalBasis.Throughout("serviceloven § 140, stk. 3", "barnets lov § 92"),
            Anchors = (file, _) => PlanVersion.ListOf(file).Select(plan => Anchor.On(file, plan.Known, $"plan version {plan.Version}")),
            Due = Due.SameDay(Term.Statutory),
            Closes = s => PlanVersion.ListOf(s.File).Where(plan => CaseOrder.Compare(plan.Known, s.Anchor.Fact!) >= 0 && !Missing(s, plan).Any())
                .Select(plan => Closing.By(plan.Known, "alt indhold med")).FirstOrDefault(),
            Defects = s => Missing(s, PlanVersion.ListOf(s.File).First(plan => plan.Known == s.Anchor.Fact)).Select(PlanContents.Lacking),
        },
        new()
        {
            Id = "adulthood-goals",
            Title = "Mål for overgangen til voksenlivet",
            Kind = DutyKind.Statute,
            Rows = ["AP-07"],
            Law = new LegalBasis("serviceloven § 140, stk. 4", "serviceloven § 140, stk. 4", null),
            Anchors = BirthdayOrFirstPlanAfter,
            Due = s => s.Anchor.Fact == (IRecorded)s.File.Decision! ? Birthdays.Before(s, Due.SameDay(Term.Statutory)(s)!) : Due.SameDay(Term.Statutory)(s),
            Closes = s => PlanVersion.ListOf(s.File).Where(plan => plan.Contents.Contains(PlanContent.AdulthoodGoals)).Select(plan => Closing.By(plan.Known, "voksenlivsmål i planen")).FirstOrDefault(),
            TellsBirthday = true,
        },
        new()
        {
            Id = "youth-plan",
            Title = "Ungeplan",
            Kind = DutyKind.Statute,
            Rows = ["BL-04"],
            Law = new LegalBasis(null, null, "barnets lov § 108"),
            Anchors = LaterOfDecisionAndBirthday,
            Due = s => s.Day > s.File.Decision!.Day ? Birthdays.Before(s, Due.InMonths(s, 3, Term.Statutory)) : Due.InMonths(s, 3, Term.Statutory),
            Terms = [new DutyTerm(Counted.Months(3), Term.Statutory)],
            Closes = s => PlanVersion.ListOf(s.File).Where(plan => plan.Kind == ChildPlanKind.Ungeplan).Select(plan => Closing.By(plan.Known, "ungeplan vedtaget")).FirstOrDefault(),
            TellsBirthday = true,
        },
    ];

    private static PlacementDecided Placement(Situation s) => s.File.Decision!.Fact;

    private static Closing? Adopted(Situation s) => Closing.By(s.First<ChildPlanAdopted>(_ => true), "plan vedtaget");

    /// <summary>Serviceloven: always but in emergencies. Barnets lov: where there is no consent, and no emergency either.</summary>
    private static bool NeedsPlanFirst(Situation s) => !Placement(s).Emergency && (s.Regime != Regime.C || !Placement(s).WithConsent);

    private static IEnumerable<PlanContent> Missing(Situation s, PlanVersion plan) => PlanContents.RequiredIn(s.Regime).Except(plan.Contents);

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
        Birthdays.While(file, YouthAge) is { } birthday ? [birthday] : Anchors.Decision(file, today);

    private static bool HasTurned(Situation s, int age) => s.Day >= Placement(s).BirthDate.PlusYears(age);

    /// <summary>The law says within four months and not from when: the earlier anchor is taken (T-04).</summary>
    private static IEnumerable<Anchor> EarlierOfDecisionAndStart(CaseFile file, LocalDate today) =>
        file.Start is { } start && start.Day < file.Decision!.Day ? Anchors.Start(file, today) : Anchors.Decision(file, today);
}
