using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>The parents' own plan, its goals and its follow-up.</summary>
internal static class ParentPlanStory
{
    public static void Tell(CasePlan plan, CaseLog log, Dice dice, LocalDate? supported)
    {
        if (supported is not { } since)
        {
            return;
        }

        var day = WorkDays.OnOrAfter(since.PlusDays(dice.Between(0, 60)));
        if (plan.Family.Plan == ParentPlan.Waived)
        {
            log.Tell("parent-plan.waived", day, new { waivedOn = day, reason = "Åbenbart unødvendig: støtten er ét afgrænset forløb, som er beskrevet i barnets plan." });
        }
        else if (plan.Family.Plan == ParentPlan.Adopted)
        {
            Adopt(plan, log, dice, day);
        }

        FollowUpOn(plan, log, dice, day);
    }

    private static void Adopt(CasePlan plan, CaseLog log, Dice dice, LocalDate adopted)
    {
        log.Tell("parent-plan.adopted", adopted, new { adoptedOn = adopted, version = 1, goals = dice.Between(1, 4), withParents = dice.Percent(80) });
        Share(log, dice, adopted);
        var offered = WorkDays.OnOrAfter(LocalDate.Max(adopted.PlusDays(3), plan.Started.PlusMonths(3).PlusDays(dice.Between(-10, 25))));
        if (dice.Percent(60))
        {
            log.Tell("parent-plan.revision-offered", offered, new { offeredOn = offered });
        }

        var revised = adopted;
        for (var times = dice.Between(0, 3); times > 0; times--)
        {
            revised = WorkDays.OnOrAfter(revised.PlusDays(dice.Between(40, 80)));
            log.Tell("parent-plan.goals-revised", revised, new { revisedOn = revised, goals = dice.Between(1, 3) });
        }
    }

    private static void Share(CaseLog log, Dice dice, LocalDate adopted)
    {
        if (!dice.Percent(40))
        {
            return;
        }

        var shared = WorkDays.OnOrAfter(adopted.PlusDays(dice.Between(3, 20)));
        if (dice.Percent(75))
        {
            log.Tell("parent-plan.consent", adopted, new { recipient = "familiehuset", given = true, on = adopted });
        }

        log.Tell("parent-plan.shared", shared, new { recipient = "familiehuset", version = 1, on = shared });
    }

    private static void FollowUpOn(CasePlan plan, CaseLog log, Dice dice, LocalDate since)
    {
        var contact = WorkDays.OnOrAfter(since.PlusDays(dice.Between(30, 70)));
        if (plan.Family.FollowUp != FollowUp.None)
        {
            log.Tell("parent-plan.followed-up", contact, new { heldOn = contact, formal = false });
        }

        if (plan.Family.FollowUp == FollowUp.Formal)
        {
            var formal = WorkDays.OnOrAfter(since.PlusDays(dice.Between(120, 210)));
            log.Tell("parent-plan.followed-up", formal, new { heldOn = formal, formal = true });
        }
    }
}
