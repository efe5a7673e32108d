using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>A decision on support that the parents complain of, and its way to Ankestyrelsen within four weeks or not.</summary>
internal static class ComplaintStory
{
    public static void Tell(CasePlan plan, CaseLog log, Dice dice)
    {
        if (plan.UnderServiceloven || plan.Family.Support is ParentSupport.Undecided or ParentSupport.NotNeeded || !dice.Percent(10))
        {
            return;
        }

        const string decision = "afg-1";
        var notified = WorkDays.OnOrAfter(plan.Started.PlusDays(dice.Between(95, 105)));
        var received = WorkDays.OnOrAfter(notified.PlusDays(dice.Between(5, 26)));
        var forwarded = WorkDays.OnOrAfter(received.PlusDays(dice.Between(10, 40)));
        log.Tell("decision.notified", notified, new { decision, notifiedOn = notified, appealable = true, decidedBy = "administration" });
        log.Tell("complaint.received", received, new { decision, receivedOn = received });
        if (dice.Percent(70))
        {
            log.Tell("complaint.forwarded", forwarded, new { decision, forwardedOn = forwarded });
        }
    }
}
