using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events.Facts;

namespace Rettidig.Domain.Rules.Duties;

/// <summary>Reviews (opfølgning): the first, the next ones, what they rest on and what follows from them.</summary>
internal static class ReviewDuties
{
    private static readonly Defect NoVisit = new("no-visit", "tilsynsbesøg siden sidste opfølgning", Statutory: true);
    private static readonly Defect NoContact = new("no-contact", "kontakt eller forsøg på kontakt med forældremyndighedsindehaveren", Statutory: true);
    private static readonly Defect RhythmNotDecided = new("rhythm-not-decided", "beslutning om næste opfølgning", Statutory: true);

    private static readonly DutyTerm UndecidedRhythm = new(Counted.Months(6), Term.Municipal, Meaning: "under barnets lov, så længe næste opfølgning ikke er besluttet");

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "first-review",
            Title = "Første opfølgning",
            Kind = DutyKind.Statute,
            Rows = ["RV-01", "RV-03", "RV-04", "RV-15", "BL-01"],
            Law = LegalBasis.Throughout("serviceloven § 70, stk. 1", "barnets lov § 95"),
            Starts = Anchors.Start,
            Due = ThreeMonthsOrAssessment,
            Closes = [new("opfølgningen er holdt, med svar på, om indsatsen skal ændres og planen revideres", s => Closing.By(s.File.Reviews.FirstOrDefault(), "opfølgning afholdt"))],
            Repeats = Recurrence.Once,
        },
        new()
        {
            Id = "next-review",
            Title = "Næste opfølgning",
            Kind = DutyKind.Statute,
            Rows = ["RV-02", "RV-03", "RV-04", "BL-01", "BL-02"],
            Law = LegalBasis.Throughout("serviceloven § 70, stk. 1", "barnets lov § 95"),
            Starts = Anchors.Reviews,
            Due = SixMonthsOrRhythm,
            Closes = [new("den næste opfølgning er holdt", s => Closing.By(s.File.ReviewAfter(s.Anchor.Fact!), "opfølgning afholdt"))],
            Defects = [new(RhythmNotDecided, s => s.Regime == Regime.C && Rhythm(s) is null, "kun barnets lov")],
            Repeats = Recurrence.Again,
        },
        new()
        {
            Id = "review-basis",
            Title = "Grundlag for opfølgningen",
            Kind = DutyKind.Statute,
            Rows = ["RV-06", "RV-07", "TV-03"],
            Law = LegalBasis.Throughout("serviceloven § 70, stk. 2", "barnets lov § 96"),
            Starts = Anchors.Reviews,
            Due = Due.SameDay(Term.Statutory),
            Closes = [Closer.Itself("lukket med opfølgningen selv", "opfølgning afholdt")],
            Defects = [new(NoVisit, LacksVisit), new(NoContact, s => s.Started<ReviewHeld>()!.CustodyHolder == CustodyHolderContact.NotContacted)],
            Repeats = Recurrence.EachTime,
        },
        new()
        {
            Id = "plan-revision",
            Title = "Revision af planen",
            Kind = DutyKind.Practice,
            Rows = ["RV-05"],
            Law = LegalBasis.Throughout("god praksis efter serviceloven § 70", "god praksis efter barnets lov § 95"),
            Starts = new("en opfølgning har vist, at planen skal revideres", (file, today) => Anchors.Reviews.In(file, today).Where(anchor => ((Recorded<ReviewHeld>)anchor.Fact!).Fact.PlanRevision == PlanRevisionNeed.Needed)),
            Due = Due.Months(1, Term.Municipal),
            Closes = [Closer.Since<ChildPlanRevised>("planen er revideret", "plan revideret")],
            Repeats = Recurrence.EachTime,
        },
    ];

    public static Deadline ThreeMonthsOrAssessment => Due.Months(3, Term.Statutory).Then((s, months) => ParallelAssessment(s) is { } assessment && assessment.Day < months.Day
        ? new DueDate(assessment.Day, Term.Statutory, $"undersøgelse afsluttet {DanishDates.Short(assessment.Day)}, før {months.Reckoning}") { KnownAt = assessment.ReceivedAt }
        : months) with { Text = "3 måneder efter; under barnets lov, med samtykke eller akut, dog når en sideløbende undersøgelse er afsluttet, hvis det er før" };

    /// <summary>Barnets lov § 95, stk. 2, nr. 1: an examination that ran beside an emergency or voluntary placement.</summary>
    private static Recorded<AssessmentCompleted>? ParallelAssessment(Situation s)
    {
        PlacementDecided placement = s.File.Decision!.Fact;
        bool applies = s.Regime == Regime.C && (placement.WithConsent || placement.Emergency);
        return applies ? s.File.Span<AssessmentCompleted>().OnOrAfter(s.Day) : null;
    }

    /// <summary>
    /// Serviceloven: six months after the previous review, also when that falls under barnets lov. Barnets lov: the date
    /// the case's own decision set; six months stand in until there is one.
    /// </summary>
    public static Deadline SixMonthsOrRhythm => Due.After(UndecidedRhythm) with
    {
        Text = "serviceloven: 6 måneder efter; barnets lov: den dag, sagen selv har besluttet, og så længe intet er besluttet, 6 måneder efter (kommunens frist)",
        Term = Term.Statutory,
        Of = s => s.Regime != Regime.C
            ? Due.In(s, Counted.Months(6), Term.Statutory)
            : Rhythm(s) is { } rhythm
                ? new DueDate(rhythm.NextReviewOn, Term.Statutory, $"{Due.From(s)}, næste besluttet til {DanishDates.Short(rhythm.NextReviewOn)}") { KnownAt = rhythm.Known.ReceivedAt }
                : Due.In(s, UndecidedRhythm.Default, UndecidedRhythm.Term),
    };

    /// <summary>
    /// The latest date decided from this review to the next. A date that has passed with no review held is a breach that a
    /// new decision cannot heal: only decisions made while the date in force still lay ahead move it.
    /// </summary>
    private static (LocalDate NextReviewOn, IRecorded Known)? Rhythm(Situation s)
    {
        var review = (Recorded<ReviewHeld>)s.Anchor.Fact!;
        Recorded<ReviewHeld>? next = s.File.ReviewAfter(review);
        (LocalDate NextReviewOn, IRecorded Known)? rhythm = review.Fact.NextReviewOn is { } decidedAtReview ? (decidedAtReview, review) : null;
        ReadOnlySpan<Recorded<ReviewRhythmDecided>> decisions = s.File.Span<ReviewRhythmDecided>();
        foreach (Recorded<ReviewRhythmDecided> decision in decisions[CaseOrder.FirstOn(decisions, s.Day)..])
        {
            if (decision.Day >= next?.Day)
            {
                break;
            }

            if (rhythm is null || decision.Day <= rhythm.Value.NextReviewOn)
            {
                rhythm = (decision.Fact.NextReviewOn, decision);
            }
        }

        return rhythm;
    }

    private static bool LacksVisit(Situation s)
    {
        Recorded<VisitHeld>? visit = s.File.VisitOnOrAfter(s.File.ReviewBefore(s.Anchor.Fact!)?.Day.PlusDays(1) ?? LocalDate.MinIsoValue);
        return visit is null || visit.Day > s.Day;
    }
}
