using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>How a placement ends; what the other stories had planned for later is forgotten.</summary>
internal static class EndingStory
{
    public static void Tell(CasePlan plan, CaseLog log, Dice dice)
    {
        switch (plan.Ending)
        {
            case Ending.ReturnedHome:
                ReturnHome(plan, log, dice);
                break;
            case Ending.Adulthood:
                GrowUp(plan, log, dice);
                break;
            case Ending.MovedMunicipality:
                End(log, WorkDays.OnOrAfter(plan.Started.PlusDays(dice.Between(230, 280))), "moved-municipality");
                break;
        }
    }

    private static void ReturnHome(CasePlan plan, CaseLog log, Dice dice)
    {
        var requested = WorkDays.OnOrAfter(plan.Started.PlusDays(dice.Between(170, 220)));
        var decided = WorkDays.OnOrAfter(requested.PlusDays(plan.Consent ? dice.Between(3, 10) : dice.Between(20, 40)));
        var ended = WorkDays.OnOrAfter(decided.PlusDays(dice.Between(20, 60)));
        End(log, ended, "returned-home");
        if (plan.Consent)
        {
            log.Tell("return-home.requested", requested, new { requestedOn = requested });
        }

        log.Tell("return-home.decided", decided, new { decidedOn = decided, periodEndsOn = ended.PlusDays(dice.Between(0, 5)) });
    }

    private static void GrowUp(CasePlan plan, CaseLog log, Dice dice)
    {
        var adult = plan.BirthDate.PlusYears(18);
        var decided = WorkDays.OnOrBefore(adult.PlusMonths(-6).PlusDays(dice.Between(-20, 15)));
        End(log, adult, "adulthood");
        if (decided >= plan.Started)
        {
            log.Tell("youth-support.decided", decided, new { decidedOn = decided });
        }
    }

    private static void End(CaseLog log, LocalDate ended, string reason)
    {
        log.EndOn(ended);
        log.TellOn(ended.PlusDays(-3), "placement.ended", ended, new { endedOn = ended, reason });
    }
}
