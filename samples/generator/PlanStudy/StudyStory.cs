using NodaTime;
using Rettidig.Samples.Cases;
using Rettidig.Samples.Stories;

namespace Rettidig.Samples.PlanStudy;

/// <summary>One case of the study: its reviews and visits are told here, its plan by <see cref="StudyPlanStory"/>, the rest as in the other file.</summary>
internal sealed class StudyStory(StudiedCase studied, CasePlan plan, CaseLog log, Dice dice)
{
    public static CaseLog Tell(StudiedCase studied, CasePlan plan, Dice dice)
    {
        var log = new CaseLog(plan.Reference, plan.Decided, dice.Fork(), StudyDays.Coverage);
        PlacementStory.Tell(plan, log, dice.Fork());
        var person = SupportPersonStory.Tell(plan, log, dice.Fork());
        var support = ParentSupportStory.Tell(plan, log, dice.Fork());
        ParentPlanStory.Tell(plan, log, dice.Fork(), person < support || support is null ? person : support);
        new StudyPlanStory(studied, plan, log, dice.Fork()).Tell();
        var story = new StudyStory(studied, plan, log, dice.Fork());
        story.Reviews();
        story.Visits();
        return log;
    }

    private void Reviews()
    {
        foreach (var review in studied.Reviews)
        {
            log.TellOn(review.Held, "review.held", review.Held, new
            {
                heldOn = review.Held,
                measureChanged = dice.Percent(12),
                planRevision = review.Revision == Revision.NotNeeded ? "not-needed" : "needed",
                custodyHolder = review.Contact,
            });
        }
    }

    // Between the last two reviews a visit that counts, or none; before them and after them as it comes.
    private void Visits()
    {
        var last = studied.Reviews.Count > 0 ? studied.Reviews[^1].Held : StudyDays.Coverage.Closing;
        var before = studied.Reviews.Count > 1 ? studied.Reviews[^2].Held : plan.Started;
        if (studied.Visited)
        {
            Visit(Inside(before, last), counts: true);
        }
        else if (dice.Percent(60))
        {
            Visit(Inside(before, last), counts: false);
        }

        if (studied.Reviews.Count > 1 && dice.Percent(50))
        {
            Visit(Inside(plan.Started, before), counts: true);
        }

        if (studied.Reviews.Count > 0 && StudyDays.Days(last, StudyDays.Coverage.Closing) > 60 && dice.Percent(40))
        {
            Visit(Inside(last, StudyDays.Coverage.Closing), counts: true);
        }
    }

    // A working day after the one and not after the other.
    private LocalDate Inside(LocalDate after, LocalDate last)
    {
        var latest = last.PlusDays(-Math.Min(dice.Between(2, 50), StudyDays.Days(after, last) / 2));
        return LocalDate.Max(WorkDays.OnOrBefore(latest), WorkDays.OnOrAfter(after.PlusDays(1)));
    }

    // What does not count: a consultant's visit, one elsewhere, one without a talk with the child.
    private void Visit(LocalDate held, bool counts)
    {
        var flaw = counts ? 0 : dice.Between(1, 3);
        log.TellOn(held, "visit.held", held, new
        {
            heldOn = held,
            onSite = flaw != 1,
            by = flaw == 2 ? "consultant" : "caseworker",
            childSpokenWith = flaw != 3,
            alone = flaw != 3 ? dice.Percent(70) : (bool?)null,
        });
    }
}
