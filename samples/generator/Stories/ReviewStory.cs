using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>The reviews: in time, late or missing, with the next one decided or not, and the revisions they lead to.</summary>
internal static class ReviewStory
{
    private const int UsuallyEarly = 18;

    public static void Tell(CasePlan plan, CaseLog log, Dice dice, ChildPlanStory childPlan)
    {
        if (plan.FirstReview == Timing.Missing)
        {
            return;
        }

        var (due, early) = FirstDue(plan, log, dice);
        var late = plan.FirstReview == Timing.Late;
        for (LocalDate? next = due; next is { } day && day <= WorkDays.Closing;)
        {
            var held = late ? WorkDays.OnOrAfter(day.PlusDays(dice.Between(4, 60))) : WorkDays.OnOrBefore(day.PlusDays(-dice.Between(0, early)));
            early = UsuallyEarly;
            next = Hold(log, dice, held, childPlan);
            // One in ten is forgotten from here on.
            late = dice.Percent(25);
            if (dice.Percent(10))
            {
                return;
            }
        }
    }

    // A finished assessment brings the first review forward (barnets lov § 95), to the same day.
    private static (LocalDate Due, int Early) FirstDue(CasePlan plan, CaseLog log, Dice dice)
    {
        if (plan.UnderServiceloven || !dice.Percent(12))
        {
            return (plan.Started.PlusMonths(3), UsuallyEarly);
        }

        var completed = WorkDays.OnOrAfter(plan.Started.PlusDays(dice.Between(30, 70)));
        log.Tell("assessment.completed", completed, new { completedOn = completed });
        return (completed, 0);
    }

    private static LocalDate? Hold(CaseLog log, Dice dice, LocalDate held, ChildPlanStory childPlan)
    {
        var needed = dice.Percent(40);
        LocalDate? nextReviewOn = held.Year >= 2024 && dice.Percent(85) ? held.PlusMonths(dice.Pick([4, 6, 6, 6, 8, 12])) : null;
        log.Tell("review.held", held, new
        {
            heldOn = held,
            measureChanged = dice.Percent(12),
            planRevision = needed ? "needed" : "not-needed",
            custodyHolder = dice.Percent(77) ? "contacted" : dice.Percent(40) ? "attempted" : "not-contacted",
            nextReviewOn,
        });
        if (needed && dice.Percent(82))
        {
            childPlan.Revise(WorkDays.OnOrAfter(held.PlusDays(dice.Between(0, 45))));
        }

        return nextReviewOn ?? DecideRhythmLater(log, dice, held) ?? held.PlusMonths(6);
    }

    private static LocalDate? DecideRhythmLater(CaseLog log, Dice dice, LocalDate held)
    {
        if (held.Year < 2024 || !dice.Percent(40))
        {
            return null;
        }

        var decided = WorkDays.OnOrAfter(held.PlusDays(dice.Between(10, 40)));
        log.Tell("review.rhythm-decided", decided, new { decidedOn = decided, nextReviewOn = held.PlusMonths(6) });
        return held.PlusMonths(6);
    }
}
