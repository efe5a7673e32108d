using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>The decision, the start, the committee, and who has the case.</summary>
internal static class PlacementStory
{
    public static void Tell(CasePlan plan, CaseLog log, Dice dice)
    {
        Decide(plan, log);
        // A start lies ahead and is recorded when it is agreed.
        log.TellOn(LocalDate.Max(plan.Decided, plan.Started.PlusDays(-dice.Between(0, 4))), "placement.started", plan.Started, new { startedOn = plan.Started, site = plan.Site });
        Committee(plan, log, dice);
        Move(plan, log, dice);
        ChangeCaseworker(plan, log, dice);
    }

    private static void Decide(CasePlan plan, CaseLog log) => log.TellOn(plan.Decided, "placement.decided", plan.Decided, new
    {
        decidedOn = plan.Decided,
        consent = plan.Consent ? "with" : "without",
        emergency = plan.Emergency,
        birthDate = plan.BirthDate,
        custodyHolders = plan.Holders,
        caseworker = plan.Caseworker,
        purposeStated = plan is { Emergency: true, UnderServiceloven: true } ? plan.PurposeStated : (bool?)null,
        residenceMunicipality = EventLines.Municipality,
    });

    private static void Committee(CasePlan plan, CaseLog log, Dice dice)
    {
        if (plan.Consent)
        {
            return;
        }

        var decided = plan.Decided;
        if (plan.Emergency)
        {
            // Two in ten committees meet too late for the seven days of barnets lov § 143.
            var approved = WorkDays.OnOrBefore(plan.Started.PlusDays(dice.Percent(80) ? dice.Between(4, 7) : dice.Between(10, 12)));
            log.Tell("provisional-decision.approved", approved, new { approvedOn = approved });
            decided = WorkDays.OnOrBefore(approved.PlusDays(dice.Percent(75) ? dice.Between(20, 29) : dice.Between(34, 45)));
        }

        log.Tell("committee.decided", decided, new { decidedOn = decided, rehearingOn = dice.Percent(60) ? decided.PlusYears(1) : (LocalDate?)null });
        var again = WorkDays.OnOrBefore(decided.PlusYears(1).PlusDays(dice.Between(-25, 12)));
        if (dice.Percent(70) && again > WorkDays.Opening)
        {
            log.Tell("committee.decided", again, new { decidedOn = again, rehearingOn = again.PlusYears(2) });
        }
    }

    private static void Move(CasePlan plan, CaseLog log, Dice dice)
    {
        if (plan.NextSite is not { } site)
        {
            return;
        }

        log.TellOn(plan.Moved.PlusDays(-dice.Between(3, 14)), "placement.site-changed", plan.Moved, new { changedOn = plan.Moved, site });
    }

    private static void ChangeCaseworker(CasePlan plan, CaseLog log, Dice dice)
    {
        if (plan.NextCaseworker is not { } caseworker)
        {
            return;
        }

        var effective = WorkDays.OnOrAfter(LocalDate.Max(plan.Started, WorkDays.Opening).PlusDays(dice.Between(60, 240)));
        log.TellOn(effective.PlusDays(-dice.Between(0, 14)), "caseworker.changed", effective, new { caseworker, effectiveOn = effective });
        if (dice.Percent(75))
        {
            var accepted = WorkDays.OnOrAfter(effective.PlusDays(dice.Between(1, 24)));
            log.Tell("caseworker.handover-accepted", accepted, new { caseworker, acceptedOn = accepted });
        }
    }
}
