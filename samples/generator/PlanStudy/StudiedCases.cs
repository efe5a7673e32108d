using Rettidig.Samples.Cases;
using static Rettidig.Samples.PlanStudy.PlanFigures;

namespace Rettidig.Samples.PlanStudy;

/// <summary>Deals the published figures out on 225 cases: the counts are theirs, who gets what is chance.</summary>
internal sealed class StudiedCases
{
    // Of the cases of three to six months: so many without a first review, late, in time.
    private const int YoungWithout = 5;
    private const int YoungLate = 2;

    // Of the first reviews of older cases so many were the only one.
    private const int OnlyOneReview = NoSecondReview - (NoFirstReview - YoungWithout);

    private readonly Dice dice;
    private readonly List<StudiedCase> cases;

    private StudiedCases(Dice dice)
    {
        this.dice = dice;
        cases = dice.Deal(
            (CaseCount - ThreeMonths, Age.New),
            (ThreeMonths - SixMonths, Age.Young),
            (SixMonths - DecidedBefore2016, Age.Recent),
            (DecidedBefore2016, Age.Old)).Select(age => new StudiedCase { Age = age, Started = StudyDays.Start(age, dice) }).OrderBy(c => c.Started).ToList();
    }

    public static List<StudiedCase> Deal(Dice dice)
    {
        var deal = new StudiedCases(dice);
        deal.Plans();
        deal.FirstReviews();
        deal.SecondReviews();
        deal.LaterReviews();
        deal.Revisions();
        deal.Timings();
        deal.Contents();
        deal.Visits();
        new HandOvers(deal.cases, dice).Deal();
        return deal.cases;
    }

    private IEnumerable<StudiedCase> Older => cases.Where(c => c.Age is Age.Recent or Age.Old);

    // When they were made is dealt later; here only who has none.
    private void Plans() => Give(cases, dice.Deal((CaseCount - PlanFigures.Plans, PlanTiming.None), (PlanFigures.Plans, PlanTiming.BeforeDecision)), (c, timing) => c.Timing = timing);

    private void FirstReviews()
    {
        var young = ThreeMonths - SixMonths;
        Give(cases.Where(c => c.Age == Age.Young), dice.Deal((YoungWithout, Timing.Missing), (YoungLate, Timing.Late), (young - YoungWithout - YoungLate, Timing.OnTime)), (c, first) => c.First = first);
        Give(
            Older,
            dice.Deal(
                (NoFirstReview - YoungWithout, Timing.Missing),
                (FirstReviewLate - YoungLate, Timing.Late),
                (SixMonths - NoFirstReview + YoungWithout - FirstReviewLate + YoungLate, Timing.OnTime)),
            (c, first) => c.First = first);
        foreach (var reviewed in cases.Where(c => c.First != Timing.Missing))
        {
            var due = reviewed.Started.PlusMonths(3);
            reviewed.Reviews.Add(new StudiedReview(reviewed.First == Timing.OnTime
                ? WorkDays.OnOrBefore(due.PlusDays(-dice.Between(0, 18)))
                : WorkDays.OnOrAfter(due.PlusDays(dice.Between(3, reviewed.Age == Age.Young ? 10 : 42)))));
        }

        Give(cases.Where(c => c.Reviews.Count > 0), dice.Deal((131, "contacted"), (12, "attempted"), (PlanFigures.FirstReviews - 143, "not-contacted")), (c, contact) => c.Reviews[0].Contact = contact);
    }

    private void SecondReviews()
    {
        Give(
            Older.Where(c => c.First != Timing.Missing),
            dice.Deal((OnlyOneReview, Timing.Missing), (SecondReviewLate, Timing.Late), (PlanFigures.SecondReviews - SecondReviewLate, Timing.OnTime)),
            (c, second) => c.Second = second);
        foreach (var reviewed in cases.Where(c => c.Second != Timing.Missing))
        {
            var due = reviewed.Started.PlusMonths(6);
            reviewed.Reviews.Add(new StudiedReview(reviewed.Second == Timing.OnTime
                ? WorkDays.OnOrBefore(due.PlusDays(-dice.Between(0, 12)))
                : WorkDays.OnOrBefore(due.PlusDays(dice.Between(8, Math.Min(130, StudyDays.Days(due, StudyDays.LastReview)))))));
        }

        Give(cases.Where(c => c.Reviews.Count > 1), dice.Deal((Contacted, "contacted"), (PlanFigures.SecondReviews - Contacted, "not-contacted")), (c, contact) => c.Reviews[1].Contact = contact);
    }

    // Every five to nine months; one in eight is the last for years.
    private void LaterReviews()
    {
        foreach (var reviewed in cases.Where(c => c.Reviews.Count > 1))
        {
            var held = reviewed.Reviews[1].Held;
            while (!dice.Percent(12) && (held = WorkDays.OnOrAfter(held.PlusDays(dice.Between(150, 270)))) <= StudyDays.LastReview)
            {
                reviewed.Reviews.Add(new StudiedReview(held) { Contact = dice.Percent(77) ? "contacted" : dice.Percent(40) ? "attempted" : "not-contacted" });
            }
        }
    }

    private void Revisions()
    {
        var first = dice.Shuffle(cases.Where(c => c.HasPlan && c.Reviews.Count > 0));
        Set(first.Take(FirstRevisionDone), 0, Revision.Done);
        Set(first.Skip(FirstRevisionDone).Take(FirstRevisionNeeded - FirstRevisionDone), 0, Revision.NotDone);
        var second = dice.Shuffle(cases.Where(c => c.HasPlan && c.Reviews.Count > 1)).OrderBy(c => c.IsGivenUp).ToList();
        Set(second.Take(SecondRevisionDone), 1, Revision.Done);
        Set(second.Skip(SecondRevisionDone).Take(SecondRevisionNeeded - SecondRevisionDone), 1, Revision.NotDone);
        var later = dice.Shuffle(cases.Where(c => c.HasPlan && !c.IsGivenUp).SelectMany(c => c.Reviews.Skip(2)));
        foreach (var review in later.Take(PlanFigures.Revisions - FirstRevisionDone - SecondRevisionDone))
        {
            review.Revision = Revision.Done;
        }

        // Some of the newest came to nothing, as of the first two.
        foreach (var undone in dice.Shuffle(cases.Where(c => c.HasPlan && c.Reviews.Count > 2 && !c.IsGivenUp && c.Reviews[^1].Revision == Revision.NotNeeded)).Take(24))
        {
            undone.Reviews[^1].Revision = Revision.NotDone;
        }
    }

    private void Timings()
    {
        // An emergency that is planned too late is planned after four months: there is nothing to revise at three.
        var tooLate = dice.Shuffle(Older.Where(c => c.HasPlan && c.Reviews.All(review => review.Revision == Revision.NotNeeded))).Take(8).ToHashSet();
        Give(tooLate, Enumerable.Repeat(PlanTiming.EmergencyTooLate, 8), (c, timing) => c.Timing = timing);
        Give(
            cases.Where(c => c.HasPlan && !tooLate.Contains(c)),
            dice.Deal(
                (12, PlanTiming.EmergencyInTime),
                (PlanFigures.Plans - NotBeforeDecision - 12, PlanTiming.BeforeDecision),
                (9, PlanTiming.EmergencyWithoutPurpose),
                (NotBeforeDecision - 9 - tooLate.Count, PlanTiming.AfterDecision)),
            (c, timing) => c.Timing = timing);
    }

    private void Contents()
    {
        Lack("purpose", NoPurpose);
        Lack("measure", NoMeasure);
        Lack("goals", NoGoals);
        Lack("family-support", NoFamilySupport);
        Lack("duration", NoDuration);
        var planned = cases.Where(c => c.HasPlan).ToList();
        foreach (var insufficient in dice.Shuffle(planned.Where(c => c.Missing.Contains("family-support"))).Take(FamilySupportInsufficient))
        {
            insufficient.FamilySupportInsufficient = true;
        }

        var youths = dice.Shuffle(planned).Take(Sixteen).ToList();
        youths.ForEach(youth => youth.IsSixteen = true);
        youths.Take(AdulthoodGoals).ToList().ForEach(youth => youth.HasAdulthoodGoals = true);
    }

    private void Visits() => Give(cases, dice.Deal((NoVisit, false), (CaseCount - NoVisit, true)), (c, visited) => c.Visited = visited);

    private void Lack(string content, int count)
    {
        foreach (var lacking in dice.Shuffle(cases.Where(c => c.HasPlan)).Take(count))
        {
            lacking.Missing.Add(content);
        }
    }

    private static void Set(IEnumerable<StudiedCase> chosen, int review, Revision revision)
    {
        foreach (var studied in chosen)
        {
            studied.Reviews[review].Revision = revision;
        }
    }

    private static void Give<T>(IEnumerable<StudiedCase> to, IEnumerable<T> cards, Action<StudiedCase, T> give)
    {
        foreach (var (studied, card) in to.ToList().Zip(cards))
        {
            give(studied, card);
        }
    }
}
