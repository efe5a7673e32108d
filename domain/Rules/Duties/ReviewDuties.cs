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

    public static IEnumerable<Duty> Rows =>
    [
        new()
        {
            Id = "first-review",
            Title = "Første opfølgning",
            Kind = DutyKind.Statute,
            Rows = ["RV-01", "BL-01"],
            Law = LegalBasis.Throughout("serviceloven § 70, stk. 1", "barnets lov § 95"),
            Anchors = Anchors.Start,
            Due = ThreeMonthsOrAssessment,
            Terms = [new DutyTerm(Counted.Months(3), Term.Statutory)],
            Closes = s => Closing.By(s.File.Reviews.FirstOrDefault(), "opfølgning afholdt"),
        },
        new()
        {
            Id = "next-review",
            Title = "Næste opfølgning",
            Kind = DutyKind.Statute,
            Rows = ["RV-02", "BL-02"],
            Law = LegalBasis.Throughout("serviceloven § 70, stk. 1", "barnets lov § 95"),
            Anchors = Anchors.Reviews,
            Due = SixMonthsOrRhythm,
            Terms = [new DutyTerm(Counted.Months(6), Term.Municipal, Meaning: "under barnets lov, så længe næste opfølgning ikke er besluttet")],
            Closes = s => Closing.By(s.File.Reviews.FirstOrDefault(s.IsAfterAnchor), "opfølgning afholdt"),
            Defects = s => s.Regime == Regime.C && Rhythm(s) is null ? [RhythmNotDecided] : [],
        },
        new()
        {
            Id = "review-basis",
            Title = "Grundlag for opfølgningen",
            Kind = DutyKind.Statute,
            Rows = ["RV-06", "RV-07", "TV-03"],
            Law = LegalBasis.Throughout("serviceloven § 70, stk. 2", "barnets lov § 96"),
            Anchors = Anchors.Reviews,
            Due = Due.SameDay(Term.Statutory),
            Closes = s => new Closing(s.Day, "opfølgning afholdt", s.Anchor.Fact),
            Defects = MissingBasis,
        },
        new()
        {
            Id = "plan-revision",
            Title = "Revision af planen",
            Kind = DutyKind.Practice,
            Rows = ["RV-05"],
            Law = LegalBasis.Throughout("god praksis efter serviceloven § 70", "god praksis efter barnets lov § 95"),
            Anchors = (file, today) => Anchors.Reviews(file, today).Where(anchor => Review(anchor).PlanRevision == PlanRevisionNeed.Needed),
            Due = Due.Months(1, Term.Municipal),
            Closes = s => Closing.By(s.First<ChildPlanRevised>(revision => revision.Day >= s.Day), "plan revideret"),
        },
    ];

    private static ReviewHeld Review(Anchor anchor) => ((Recorded<ReviewHeld>)anchor.Fact!).Fact;

    private static DueDate ThreeMonthsOrAssessment(Situation s)
    {
        DueDate months = Due.InMonths(s, 3, Term.Statutory);
        return ParallelAssessment(s) is { } assessment && assessment.Day < months.Day
            ? new DueDate(assessment.Day, Term.Statutory, $"undersøgelse afsluttet {DanishDates.Short(assessment.Day)}, før {months.Reckoning}") { KnownAt = assessment.ReceivedAt }
            : months;
    }

    /// <summary>Barnets lov § 95, stk. 2, nr. 1: an examination that ran beside an emergency or voluntary placement.</summary>
    private static Recorded<AssessmentCompleted>? ParallelAssessment(Situation s)
    {
        PlacementDecided placement = s.File.Decision!.Fact;
        bool applies = s.Regime == Regime.C && (placement.WithConsent || placement.Emergency);
        return applies ? s.First<AssessmentCompleted>(assessment => assessment.Day >= s.Day) : null;
    }

    /// <summary>
    /// Serviceloven: six months after the previous review, also when that falls under barnets lov. Barnets lov: the date
    /// the case's own decision set; six months stand in until there is one.
    /// </summary>
    private static DueDate SixMonthsOrRhythm(Situation s)
    {
        if (s.Regime != Regime.C)
        {
            return Due.InMonths(s, 6, Term.Statutory);
        }

        return Rhythm(s) is { } rhythm
            ? new DueDate(rhythm.NextReviewOn, Term.Statutory, $"{Due.From(s)}, næste besluttet til {DanishDates.Short(rhythm.NextReviewOn)}") { KnownAt = rhythm.Known.ReceivedAt }
            : Due.InMonths(s, 6, Term.Municipal);
    }

    /// <summary>
    /// The latest date decided from this review to the next. A date that has passed with no review held is a breach that a
    /// new decision cannot heal: only decisions made while the date in force still lay ahead move it.
    /// </summary>
    private static (LocalDate NextReviewOn, IRecorded Known)? Rhythm(Situation s)
    {
        var review = (Recorded<ReviewHeld>)s.Anchor.Fact!;
        Recorded<ReviewHeld>? next = s.File.Reviews.FirstOrDefault(s.IsAfterAnchor);
        (LocalDate NextReviewOn, IRecorded Known)? rhythm = review.Fact.NextReviewOn is { } decidedAtReview ? (decidedAtReview, review) : null;
        foreach (Recorded<ReviewRhythmDecided> decision in s.File.All<ReviewRhythmDecided>())
        {
            bool between = decision.Day >= s.Day && (next is null || decision.Day < next.Day);
            if (between && (rhythm is null || decision.Day <= rhythm.Value.NextReviewOn))
            {
                rhythm = (decision.Fact.NextReviewOn, decision);
            }
        }

        return rhythm;
    }

    private static IEnumerable<Defect> MissingBasis(Situation s)
    {
        LocalDate? previous = s.File.Reviews.LastOrDefault(review => ((Recorded<ReviewHeld>)s.Anchor.Fact!).IsAfter(review))?.Day;
        if (!s.File.QualifyingVisits.Any(visit => visit.Day <= s.Day && (previous is null || visit.Day > previous)))
        {
            yield return NoVisit;
        }

        if (Review(s.Anchor).CustodyHolder == CustodyHolderContact.NotContacted)
        {
            yield return NoContact;
        }
    }
}
