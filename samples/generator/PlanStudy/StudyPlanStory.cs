using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.PlanStudy;

/// <summary>The plan of one case of the study: made in time or not, revised after reviews, and handed over or not.</summary>
internal sealed class StudyPlanStory(StudiedCase studied, CasePlan plan, CaseLog log, Dice dice)
{
    private static readonly string[] Contents = ["purpose", "measure", "goals", "family-support", "duration"];

    public void Tell()
    {
        if (!studied.HasPlan)
        {
            return;
        }

        var adopted = Adopted();
        log.TellOn(adopted, "child-plan.adopted", adopted, Version(1, adopted, isLast: studied.Revisions == 0, "adoptedOn"));
        if (studied.HandOver != HandOver.Never)
        {
            var due = LocalDate.Max(adopted, plan.Started);
            Give(studied.HandOver == HandOver.SameDay ? due : WorkDays.OnOrAfter(due.PlusDays(dice.Between(4, 30))), 1);
        }

        Revise();
    }

    private void Revise()
    {
        var version = 1;
        foreach (var review in studied.Reviews.Where(review => review.Revision == Revision.Done))
        {
            version++;
            var day = WorkDays.OnOrAfter(review.Held.PlusDays(dice.Between(0, 5)));
            var isLast = version == studied.Revisions + 1;
            log.TellOn(day, "child-plan.revised", day, Version(version, day, isLast, "revisedOn"));
            if (version - 1 <= studied.Revisions - studied.Undelivered)
            {
                Give(WorkDays.OnOrAfter(day.PlusDays(dice.Percent(85) ? dice.Between(0, 10) : dice.Between(16, 20))), version);
            }
        }
    }

    private void Give(LocalDate day, int version) =>
        log.TellOn(day, "child-plan.handed-over", day, new { handedOverOn = day, version, site = plan.SiteOn(day).Id, form = dice.Percent(88) ? "written" : "oral" });

    // The study gives no distribution of the delays, only "from a few days to a year or more": this one is invented.
    private LocalDate Adopted()
    {
        var revised = studied.Reviews.FirstOrDefault(review => review.Revision != Revision.NotNeeded)?.Held ?? StudyDays.Coverage.Closing;
        var latest = WorkDays.OnOrBefore(LocalDate.Min(revised, StudyDays.Coverage.Closing).PlusDays(-12));
        return studied.Timing switch
        {
            PlanTiming.BeforeDecision => WorkDays.OnOrBefore(plan.Decided.PlusDays(-dice.Between(0, 25))),
            PlanTiming.AfterDecision => After(plan.Decided, dice.Percent(40) ? dice.Between(3, 30) : dice.Percent(60) ? dice.Between(31, 120) : dice.Between(121, 420), latest),
            PlanTiming.EmergencyTooLate => After(plan.Decided.PlusMonths(4), dice.Between(4, 60), latest),
            _ => After(plan.Decided, dice.Between(5, 110), latest),
        };
    }

    private static LocalDate After(LocalDate day, int days, LocalDate latest) =>
        LocalDate.Max(LocalDate.Min(WorkDays.OnOrAfter(day.PlusDays(days)), latest), WorkDays.OnOrAfter(day.PlusDays(1)));

    private SortedDictionary<string, object> Version(int version, LocalDate day, bool isLast, string dayField)
    {
        string[] contents = [.. Contents.Where(content => !studied.Missing.Contains(content)), .. isLast && studied.HasAdulthoodGoals ? ["adulthood-goals"] : Array.Empty<string>()];
        var data = new SortedDictionary<string, object>(StringComparer.Ordinal) { [dayField] = day, ["version"] = version, ["kind"] = "handleplan", ["contents"] = contents };
        if (studied.FamilySupportInsufficient)
        {
            data["insufficient"] = new[] { "family-support" };
        }

        return data;
    }
}
