using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Support to the parents and their own plan (forældrehandleplan).</summary>
internal static class ParentSupportDuties
{
    private const int MostGoals = 3;

    private static readonly DutyTerm FollowUpReminders =
        new(Counted.Months(6), Term.Municipal, "reminders", "den dag, påmindelserne tæller frem til") { Longest = Counted.Months(12) };

    private static readonly Defect TooManyGoals = new("too-many-goals", "begrænsning til tre mål ad gangen", Statutory: false);

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "parent-support-assessment",
            Title = "Vurdering af forældrenes behov for støtte",
            Kind = DutyKind.Statute,
            Rows = ["PS-01"],
            Law = LegalBasis.Throughout("serviceloven § 54, stk. 2", "barnets lov § 76"),
            Anchors = Anchors.Start,
            Due = Due.Months(1, Term.Municipal),
            Closes = s => Closing.Earliest(
                Closing.By(s.First<ParentSupportAssessed>(_ => true), "behov vurderet"),
                Closing.By(s.First<ParentSupportDecided>(_ => true), "afgørelse om støtte truffet")),
        },
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
            Id = "parent-support-start",
            Title = "Opstart af bevilget støtte til forældrene",
            Kind = DutyKind.Method,
            Rows = ["PS-04"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Anchors = Anchors.Each<ParentSupportDecided>(_ => "støtte bevilget", decision => decision.Outcome == ParentSupportOutcome.Granted),
            Due = Due.Months(1, Term.Municipal),
            Closes = s => Closing.By(s.First<ParentSupportStarted>(start => start.Day >= s.Day), "støtte begyndt"),
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
        new()
        {
            Id = "parent-plan-revision-offer",
            Title = "Tilbud om revision af forældrehandleplanen",
            Kind = DutyKind.Statute,
            Rows = ["BL-23"],
            Law = new LegalBasis(null, "serviceloven § 70, stk. 4", "barnets lov § 79, stk. 2"),
            Anchors = Anchors.Start,
            Due = ThreeMonthsOrPlan,
            Terms = [new DutyTerm(Counted.Months(3), Term.Statutory)],
            Closes = s => Closing.Earliest(
                Closing.By(s.First<ParentPlanRevisionOffered>(_ => true), "revision tilbudt"),
                Closing.By(NewerPlans(s.File).FirstOrDefault(), "ny forældrehandleplan vedtaget")),
        },
        new()
        {
            Id = "parent-plan-follow-up",
            Title = "Formel opfølgning på forældrehandleplanen",
            Kind = DutyKind.Statute,
            Rows = ["PP-09", "PP-10", "BL-24"],
            Law = new LegalBasis(null, "serviceloven § 70, stk. 4", "barnets lov § 79, stk. 3"),
            Anchors = (file, _) => FollowUps(file).Select(followUp => Anchor.On(file, followUp.Fact, followUp.Text)),
            Due = s => Due.InMonths(s, 12, Term.Statutory) with { RemindersCountTo = (s.Choices.Of(FollowUpReminders.Variant) ?? FollowUpReminders.Default).From(s.Day) },
            Terms = [new DutyTerm(Counted.Months(12), Term.Statutory), FollowUpReminders],
            Closes = s => FollowUps(s.File).Where(followUp => CaseOrder.Compare(followUp.Fact, s.Anchor.Fact!) > 0).Select(followUp => Closing.By(followUp.Fact, followUp.Text)).FirstOrDefault(),
        },
        new()
        {
            Id = "parent-plan-goals",
            Title = "Nye mål i forældrehandleplanen",
            Kind = DutyKind.Method,
            Rows = ["PP-07"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Anchors = (file, _) => GoalRounds(file).Select(round => Anchor.On(file, round.Fact, "mål sat")),
            Due = Due.Months(2, Term.Municipal),
            Closes = s => GoalRounds(s.File).Where(round => CaseOrder.Compare(round.Fact, s.Anchor.Fact!) > 0).Select(round => Closing.By(round.Fact, "mål revideret")).FirstOrDefault(),
            Defects = s => GoalRounds(s.File).First(round => round.Fact == s.Anchor.Fact).Goals > MostGoals ? [TooManyGoals] : [],
        },
        new()
        {
            Id = "parent-plan-consent",
            Title = "Samtykke til at dele forældrehandleplanen",
            Kind = DutyKind.Method,
            Rows = ["PP-12"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Anchors = Anchors.Each<ParentPlanShared>(_ => "plan delt"),
            Due = Due.SameDay(Term.Municipal),
            Closes = s => Closing.By(ConsentInForce(s), "samtykke givet"),
        },
    ];

    private static DueDate? ThreeMonthsOrPlan(Situation s)
    {
        if (s.File.All<ParentPlanAdopted>() is not [var plan, ..])
        {
            return null;
        }

        DueDate months = Due.InMonths(s, 3, Term.Statutory) with { KnownAt = plan.ReceivedAt, NotBefore = plan.Day };
        return plan.Day > months.Day
            ? months with { Day = plan.Day, Counted = null, Reckoning = $"{Due.From(s)}, forældrehandleplan vedtaget {DanishDates.Short(plan.Day)}" }
            : months;
    }

    private static IEnumerable<Recorded<ParentPlanAdopted>> NewerPlans(CaseFile file) => file.All<ParentPlanAdopted>().Skip(1);

    /// <summary>What the twelve months run from. Informal contact is not a follow-up (PP-10).</summary>
    private static IEnumerable<(IRecorded Fact, string Text)> FollowUps(CaseFile file) =>
        file.All<ParentPlanRevisionOffered>().Select(offer => ((IRecorded)offer, "revision tilbudt"))
            .Concat(file.All<ParentPlanFollowedUp>().Where(followUp => followUp.Fact.Formal).Select(followUp => ((IRecorded)followUp, "fulgt op")))
            .Concat(NewerPlans(file).Select(plan => ((IRecorded)plan, "ny forældrehandleplan vedtaget")))
            .OrderBy(followUp => followUp.Item1, CaseOrder.Comparer);

    private static IEnumerable<(IRecorded Fact, int Goals)> GoalRounds(CaseFile file) =>
        file.All<ParentPlanAdopted>().Select(plan => ((IRecorded)plan, plan.Fact.Goals))
            .Concat(file.All<ParentPlanGoalsRevised>().Select(revision => ((IRecorded)revision, revision.Fact.Goals)))
            .OrderBy(round => round.Item1, CaseOrder.Comparer);

    /// <summary>The recipient's consent on the day of sharing, where it had been given and not withdrawn.</summary>
    private static Recorded<ParentPlanConsent>? ConsentInForce(Situation s)
    {
        string recipient = ((Recorded<ParentPlanShared>)s.Anchor.Fact!).Fact.Recipient;
        return s.File.All<ParentPlanConsent>().LastOrDefault(consent => consent.Fact.Recipient == recipient && consent.Day <= s.Day) is { Fact.Given: true } given ? given : null;
    }

    /// <summary>The first support granted, whether a support person or other support.</summary>
    private static IEnumerable<Anchor> FirstSupport(CaseFile file, LocalDate today) =>
        file.All<ParentSupportDecided>().Where(decision => decision.Fact.Outcome == ParentSupportOutcome.Granted).Select(decision => Anchor.On(file, decision, "støtte bevilget"))
            .Concat(file.All<SupportPersonGranted>().Select(grant => Anchor.On(file, grant, "støtteperson bevilget")))
            .OrderBy(anchor => anchor.Fact!, CaseOrder.Comparer)
            .Take(1);
}
