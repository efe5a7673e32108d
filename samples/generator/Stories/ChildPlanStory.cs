using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>The child's plan: adopted, revised, and handed over to the site, or chased by it.</summary>
internal sealed class ChildPlanStory(CasePlan plan, CaseLog log, Dice dice)
{
    // The days of the versions so far.
    private readonly List<LocalDate> versions = [];

    public void Tell()
    {
        if (plan.ChildPlan == Timing.Missing)
        {
            Chase(plan.Started.PlusDays(dice.Between(40, 90)), dice.Between(0, 3));
            return;
        }

        var due = Due();
        var adopted = plan.ChildPlan == Timing.OnTime ? WorkDays.OnOrBefore(due.PlusDays(-dice.Between(0, 25))) : WorkDays.OnOrAfter(due.PlusDays(dice.Between(7, 75)));
        versions.Add(adopted);
        log.Tell("child-plan.adopted", adopted, new { adoptedOn = adopted, version = 1, kind = Kind(adopted), contents = Contents() });
        HandOverFrom(LocalDate.Max(adopted, plan.Started));
    }

    /// <summary>A new version after a review, handed over in six of seven cases.</summary>
    public void Revise(LocalDate day)
    {
        if (VersionOn(day) == 0)
        {
            return;
        }

        versions.Add(day);
        log.Tell("child-plan.revised", day, new { revisedOn = day, version = versions.Count, kind = Kind(day), contents = Contents() });
        if (dice.Percent(86))
        {
            Give(WorkDays.OnOrAfter(day.PlusDays(dice.Between(0, 20))), "written");
        }
    }

    /// <summary>When the child moves, the plan goes along in six of ten cases.</summary>
    public void FollowTheChild()
    {
        if (plan.NextSite is not null && VersionOn(plan.Moved) > 0 && dice.Percent(60))
        {
            Give(plan.Moved, "written");
        }
    }

    private int VersionOn(LocalDate day) => versions.Count(version => version <= day);

    // With consent barnets lov § 91 gives three months, without it none; an emergency without consent is decided anew within a month.
    private LocalDate Due() => plan switch
    {
        { UnderServiceloven: true, Emergency: true } => plan.Decided.PlusMonths(4),
        { UnderServiceloven: true } or { Legal: Legal.WithoutConsent } => plan.Decided,
        { Legal: Legal.EmergencyWithoutConsent } => plan.Decided.PlusMonths(1),
        _ => plan.Decided.PlusMonths(3),
    };

    private string Kind(LocalDate day) =>
        day.Year < 2024 ? "handleplan" : plan.BirthDate.PlusYears(16) <= day ? "ungeplan" : "barnets-plan";

    // Support to the family is what plans lack most often, then the duration.
    private string[] Contents() =>
    [
        "purpose", "measure", "goals",
        .. dice.Percent(65) ? ["family-support"] : Array.Empty<string>(),
        .. dice.Percent(66) ? ["duration"] : Array.Empty<string>(),
    ];

    private void HandOverFrom(LocalDate day)
    {
        switch (plan.HandOver)
        {
            case HandOver.SameDay:
                Give(day, "written");
                break;
            case HandOver.Late:
                Give(WorkDays.OnOrAfter(day.PlusDays(dice.Between(5, 45))), "written");
                break;
            case HandOver.OralThenWritten:
                Give(day, "oral");
                Give(WorkDays.OnOrAfter(day.PlusDays(dice.Between(20, 60))), "written");
                break;
            case HandOver.AfterChases:
                Give(WorkDays.OnOrAfter(Chase(day.PlusDays(dice.Between(20, 60)), dice.Between(1, 3)).PlusDays(dice.Between(1, 6))), "written");
                break;
            case HandOver.ChasedInVain:
                Chase(day.PlusDays(dice.Between(20, 60)), dice.Between(1, 3));
                break;
        }
    }

    private LocalDate Chase(LocalDate day, int times)
    {
        for (var chase = 0; chase < times; chase++)
        {
            day = WorkDays.OnOrAfter(chase == 0 ? day : day.PlusDays(dice.Between(7, 30)));
            log.Tell("child-plan.chased", day, new { chasedOn = day, site = plan.SiteOn(day).Id });
        }

        return day;
    }

    private void Give(LocalDate day, string form)
    {
        var site = plan.SiteOn(day).Id;
        var version = VersionOn(day);
        log.Tell("child-plan.handed-over", day, new { handedOverOn = day, version, site, form });
        if (form == "written" && dice.Percent(35))
        {
            var received = WorkDays.OnOrAfter(day.PlusDays(dice.Between(1, 6)));
            log.Tell("child-plan.received", received, new { receivedOn = received, version, site });
        }
    }
}
