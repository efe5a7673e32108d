using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>The programme "Målrettet støtte til forældre med anbragte børn" and its three phases, in a few cases.</summary>
internal static class TargetedSupportStory
{
    public static void Tell(CasePlan plan, CaseLog log, Dice dice)
    {
        if (plan.UnderServiceloven || plan.Family.Support != ParentSupport.Granted || !dice.Percent(15))
        {
            return;
        }

        var day = WorkDays.OnOrAfter(plan.Started.PlusDays(dice.Between(50, 110)));
        log.Tell("targeted-support.started", day, new { startedOn = day });
        foreach (var phase in new[] { "startup", "change", "maintenance" })
        {
            log.Tell("targeted-support.phase-entered", day, new { phase, enteredOn = day });
            var status = WorkDays.OnOrAfter(day.PlusDays(dice.Between(10, 16)));
            if (phase == "change")
            {
                log.Tell("targeted-support.status-noted", status, new { notedOn = status });
            }

            day = WorkDays.OnOrAfter(day.PlusDays(7 * dice.Between(7, 18)));
        }

        log.Tell("targeted-support.ended", day, new { endedOn = day });
    }
}
