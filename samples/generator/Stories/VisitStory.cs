using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>The visits of supervision; some are by others, elsewhere, or without a talk with the child, and do not count.</summary>
internal static class VisitStory
{
    public static void Tell(CasePlan plan, CaseLog log, Dice dice)
    {
        var (first, apart) = plan.Visits switch
        {
            Diligence.Good => (60, 150),
            Diligence.Fair => (95, 210),
            _ => (200, 330),
        };
        for (var day = plan.Started.PlusDays(first); day <= WorkDays.Closing; day = day.PlusDays(apart))
        {
            Visit(log, dice, WorkDays.OnOrAfter(day.PlusDays(dice.Between(-20, 20))));
        }
    }

    private static void Visit(CaseLog log, Dice dice, LocalDate held)
    {
        var childSpokenWith = dice.Percent(88);
        log.Tell("visit.held", held, new
        {
            heldOn = held,
            onSite = dice.Percent(92),
            by = dice.Percent(88) ? "caseworker" : dice.Percent(60) ? "consultant" : "site",
            childSpokenWith,
            alone = childSpokenWith ? dice.Percent(70) : (bool?)null,
        });
    }
}
