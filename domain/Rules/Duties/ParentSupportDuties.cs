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

    private static readonly DutyTerm GoalRound = new(Counted.Months(2), Term.Municipal);

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
            Starts = Anchors.Start,
            Due = Due.Months(1, Term.Municipal),
            Closes =
            [
                Closer.By<ParentSupportAssessed>("behovet er vurderet", "behov vurderet"),
                Closer.By<ParentSupportDecided>("der er truffet afgørelse om støtte", "afgørelse om støtte truffet", (_, decision) => decision.Fact.IsOnSupport),
            ],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "parent-support-decision",
            Title = "Afgørelse om støtte til forældrene",
            Kind = DutyKind.Statute,
            Rows = ["PS-02", "PS-06", "PS-08"],
            Law = LegalBasis.Throughout("serviceloven § 54, stk. 2", "barnets lov § 76"),
            Starts = Anchors.Start,
            Due = Due.Months(2, Term.Municipal),
            Closes =
            [
                Closer.By<ParentSupportDecided>(
                    "der er truffet afgørelse om støtte; et afslag tæller med, støttet samvær alene gør ikke", "afgørelse om støtte truffet", (_, decision) => decision.Fact.IsOnSupport),
            ],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "parent-support-start",
            Title = "Opstart af bevilget støtte til forældrene",
            Kind = DutyKind.Method,
            Rows = ["PS-04"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Starts = Anchors.Each<ParentSupportDecided>("støtte er bevilget", "støtte bevilget", decision => decision.GrantsSupport),
            Due = Due.Months(1, Term.Municipal),
            Closes = [Closer.Since<ParentSupportStarted>("støtten er begyndt", "støtte begyndt")],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "parent-plan",
            Title = "Forældrehandleplan",
            Kind = DutyKind.Statute,
            Rows = ["PP-01", "PP-02", "PP-04", "BL-11", "BL-22"],
            Law = LegalBasis.Throughout("serviceloven § 54, stk. 2", "barnets lov § 77"),
            Starts = new("den første støtte er bevilget: støtte til forældrene eller en støtteperson alene", FirstSupport),
            Due = Due.Months(1, Term.Municipal),
            Closes =
            [
                Closer.By<ParentPlanAdopted>("forældrehandleplanen er vedtaget; barnets plan kan ikke træde i stedet", "forældrehandleplan vedtaget"),
                Closer.By<HolisticPlanAdopted>("en helhedsorienteret plan er vedtaget med samtykke", "helhedsorienteret plan vedtaget", (_, plan) => plan.Fact.Consent),
                Closer.By<ParentPlanWaived>("planen er undladt som åbenlyst unødvendig, med begrundelse (kun barnets lov)", "undladt med begrundelse", (s, _) => s.Regime == Regime.C),
            ],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "parent-plan-revision-offer",
            Title = "Tilbud om revision af forældrehandleplanen",
            Kind = DutyKind.Statute,
            Rows = ["BL-23"],
            Law = new LegalBasis(null, "serviceloven § 70, stk. 4", "barnets lov § 79, stk. 2"),
            Starts = Anchors.Start,
            Due = ThreeMonthsOrPlan,
            Closes =
            [
                Closer.By<ParentPlanRevisionOffered>("en revision er tilbudt", "revision tilbudt"),
                new("en ny forældrehandleplan er vedtaget", s => Closing.By(NewerPlans(s.File).FirstOrDefault(), "ny forældrehandleplan vedtaget")),
            ],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "parent-plan-follow-up",
            Title = "Formel opfølgning på forældrehandleplanen",
            Kind = DutyKind.Statute,
            Rows = ["PP-09", "PP-10", "BL-24"],
            Law = new LegalBasis(null, "serviceloven § 70, stk. 4", "barnets lov § 79, stk. 3"),
            Starts = new(
                "en revision er tilbudt, der er fulgt formelt op, eller en ny plan er vedtaget",
                (file, _) => file.Once(FollowUps).Select(followUp => Anchor.On(file, followUp.Fact, followUp.Text))),
            Due = TwelveMonths,
            Closes =
            [
                new(
                    "der er fulgt formelt op, tilbudt revision eller vedtaget en ny plan; uformel kontakt er ikke nok",
                    NextFollowUp),
            ],
            Repeats = Recurrence.Again,
            LadderNote = "påmindelserne tæller til 6 måneder efter",
        },
        new()
        {
            Id = "parent-plan-goals",
            Title = "Nye mål i forældrehandleplanen",
            Kind = DutyKind.Method,
            Rows = ["PP-07", "PP-16"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Starts = new("mål er sat: en forældrehandleplan er vedtaget eller målene revideret", (file, _) => file.Once(GoalRounds).Select(round => Anchor.On(file, round.Fact, "mål sat"))),
            Due = Due.After(GoalRound).Then(AfterCrisis) with { Text = "2 måneder efter; er forældrene i akut krise, fra den dag krisen er håndteret" },
            Closes =
            [
                new(
                    "målene er revideret, eller en ny plan er vedtaget",
                    NextGoals),
            ],
            Defects = [new(TooManyGoals, HasTooManyGoals)],
            Repeats = Recurrence.Again,
        },
        new()
        {
            Id = "parent-plan-consent",
            Title = "Samtykke til at dele forældrehandleplanen",
            Kind = DutyKind.Method,
            Rows = ["PP-12"],
            Law = LegalBasis.Always("metode: målrettet støtte til forældre"),
            Starts = Anchors.Each<ParentPlanShared>("planen er delt", "plan delt"),
            Due = Due.SameDay(Term.Municipal),
            Closes = [new("der er samtykke til den modtager, givet senest den dag og ikke trukket tilbage", s => Closing.By(ConsentInForce(s), "samtykke givet"))],
            Repeats = Recurrence.EachTime,
        },
    ];

    private static Deadline ThreeMonthsOrPlan => Due.Months(3, Term.Statutory).Then(NotBeforePlan) with
    {
        Text = "3 måneder efter, dog ikke før forældrehandleplanen er vedtaget",
        Condition = "når der er en forældrehandleplan",
    };

    private static Deadline TwelveMonths
    {
        get
        {
            Deadline months = Due.Months(12, Term.Statutory);
            return months.Then((s, due) => due with { RemindersCountTo = (s.Choices.Of(FollowUpReminders.Variant) ?? FollowUpReminders.Default).From(s.Day) }) with
            {
                Terms = [.. months.Terms, FollowUpReminders],
            };
        }
    }

    private static DueDate? NotBeforePlan(Situation s, DueDate months)
    {
        if (s.File.All<ParentPlanAdopted>() is not [var plan, ..])
        {
            return null;
        }

        DueDate known = months with { KnownAt = plan.ReceivedAt, NotBefore = plan.Day };
        return plan.Day > months.Day
            ? known with { Day = plan.Day, Counted = null, Reckoning = $"{Due.From(s)}, forældrehandleplan vedtaget {DanishDates.Short(plan.Day)}" }
            : known;
    }

    private static IEnumerable<Recorded<ParentPlanAdopted>> NewerPlans(CaseFile file) => file.All<ParentPlanAdopted>().Skip(1);

    /// <summary>What the twelve months run from. Informal contact is not a follow-up (PP-10).</summary>
    private static IEnumerable<(IRecorded Fact, string Text)> FollowUps(CaseFile file) =>
        CaseOrder.Merged(
            CaseOrder.Merged(
                file.All<ParentPlanRevisionOffered>().Select(offer => ((IRecorded)offer, "revision tilbudt")),
                file.All<ParentPlanFollowedUp>().Where(followUp => followUp.Fact.Formal).Select(followUp => ((IRecorded)followUp, "fulgt op")),
                static followUp => followUp.Item1),
            NewerPlans(file).Select(plan => ((IRecorded)plan, "ny forældrehandleplan vedtaget")),
            static followUp => followUp.Item1);

    private static Closing? NextFollowUp(Situation s)
    {
        (IRecorded Fact, string Text)[] followUps = s.File.Once(FollowUps);
        int next = CaseOrder.FirstAfter<(IRecorded Fact, string Text)>(followUps, s.Anchor.Fact!, static followUp => followUp.Fact);
        return next < followUps.Length ? Closing.By(followUps[next].Fact, followUps[next].Text) : null;
    }

    /// <summary>Goals wait for an acute crisis (PP-16): while it lasts there is no due day, and the term then counts from its end.</summary>
    private static DueDate? AfterCrisis(Situation s, DueDate due)
    {
        if (s.File.Span<ParentCrisisNoted>().IsEmpty)
        {
            return due;
        }

        LocalDate? revisedOn = NextGoals(s)?.Day;
        if (s.File.Span<ParentCrisisNoted>().OnOrBefore(revisedOn < due.Day ? revisedOn.Value : due.Day) is not { } last)
        {
            return due;
        }

        Recorded<ParentCrisisNoted>? handled = last.Fact.Acute ? s.File.Those<ParentCrisisNoted>(static crisis => !crisis.Acute).After(last) : last;
        handled = handled?.Day > revisedOn ? null : handled;
        return handled is null ? (revisedOn is null ? null : due) : handled.Day > s.Day ? From(s, handled) : due;
    }

    private static DueDate From(Situation s, Recorded<ParentCrisisNoted> handled)
    {
        Counted length = s.Choices.Of(null) ?? GoalRound.Default;
        LocalDate day = length.From(handled.Day);
        return new DueDate(day, Term.Municipal, $"{Due.From(s)}; krise håndteret {DanishDates.Short(handled.Day)} + {length} = {DanishDates.Short(day)}") { KnownAt = handled.ReceivedAt };
    }

    private static IEnumerable<(IRecorded Fact, int Goals)> GoalRounds(CaseFile file) =>
        CaseOrder.Merged(
            file.All<ParentPlanAdopted>().Select(plan => ((IRecorded)plan, plan.Fact.Goals)),
            file.All<ParentPlanGoalsRevised>().Select(revision => ((IRecorded)revision, revision.Fact.Goals)),
            static round => round.Item1);

    private static Closing? NextGoals(Situation s)
    {
        (IRecorded Fact, int Goals)[] rounds = s.File.Once(GoalRounds);
        int next = CaseOrder.FirstAfter<(IRecorded Fact, int Goals)>(rounds, s.Anchor.Fact!, static round => round.Fact);
        return next < rounds.Length ? Closing.By(rounds[next].Fact, "mål revideret") : null;
    }

    private static bool HasTooManyGoals(Situation s)
    {
        (IRecorded Fact, int Goals)[] rounds = s.File.Once(GoalRounds);
        return rounds[CaseOrder.At<(IRecorded Fact, int Goals)>(rounds, s.Anchor.Fact!, static round => round.Fact)].Goals > MostGoals;
    }

    /// <summary>The recipient's consent on the day of sharing, where it had been given and not withdrawn.</summary>
    private static Recorded<ParentPlanConsent>? ConsentInForce(Situation s)
    {
        string recipient = s.Started<ParentPlanShared>()!.Recipient;
        return s.File.About<ParentPlanConsent>(static consent => consent.Fact.Recipient, recipient).OnOrBefore(s.Day) is { Fact.Given: true } given ? given : null;
    }

    /// <summary>The first support granted, whether a support person or other support.</summary>
    private static IEnumerable<Anchor> FirstSupport(CaseFile file, LocalDate today) =>
        (file.All<ParentSupportDecided>().FirstOrDefault(decision => decision.Fact.GrantsSupport), file.All<SupportPersonGranted>().FirstOrDefault()) switch
        {
            (null, null) => [],
            (null, { } grant) => [Anchor.On(file, grant, "støtteperson bevilget")],
            ({ } decision, null) => [Anchor.On(file, decision, "støtte bevilget")],
            ({ } decision, { } grant) => [decision.IsAfter(grant) ? Anchor.On(file, grant, "støtteperson bevilget") : Anchor.On(file, decision, "støtte bevilget")],
        };
}
