using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>What good practice adds for the parents: information, talks about grief, meetings, a programme, surveys.</summary>
internal static class ContactStory
{
    public static void Tell(CasePlan plan, CaseLog log, Dice dice)
    {
        Inform(plan, log, dice);
        Meet(plan, log, dice);
        Support(plan, log, dice);
        Survey(plan, log, dice);
        Complain(plan, log, dice);
    }

    private static void Inform(CasePlan plan, CaseLog log, Dice dice)
    {
        var informed = WorkDays.OnOrAfter(plan.Decided.PlusDays(dice.Between(0, 20)));
        if (dice.Percent(70))
        {
            log.Tell("parents.informed", informed, new { informedOn = informed });
        }

        var offered = WorkDays.OnOrAfter(plan.Started.PlusDays(dice.Between(0, 21)));
        if (dice.Percent(35))
        {
            log.Tell("grief-support.offered", offered, new { offeredOn = offered });
        }
    }

    private static void Meet(CasePlan plan, CaseLog log, Dice dice)
    {
        if (!dice.Percent(35))
        {
            return;
        }

        var day = WorkDays.OnOrAfter(LocalDate.Max(plan.Started, WorkDays.Opening).PlusDays(dice.Between(30, 120)));
        var booked = WorkDays.OnOrBefore(day.PlusDays(-dice.Between(7, 25)));
        var startsAt = EventLines.Stamp(Copenhagen.At(day, dice.Between(9, 14), 0));
        log.TellOn(booked, "meeting.booked", booked, new { meeting = "m-1", startsAt, withParents = true });
        if (dice.Percent(20))
        {
            var cancelled = WorkDays.OnOrBefore(day.PlusDays(-2));
            log.TellOn(cancelled, "meeting.cancelled", cancelled, new { meeting = "m-1" });
        }
        else
        {
            log.Tell("meeting.held", day, new { meeting = "m-1", heldOn = day, parentsAttended = dice.Percent(75) });
        }
    }

    // The programme "Målrettet støtte til forældre med anbragte børn", in a few cases.
    private static void Support(CasePlan plan, CaseLog log, Dice dice)
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

    private static void Survey(CasePlan plan, CaseLog log, Dice dice)
    {
        foreach (var who in new[] { "child", "parents" }.Where(_ => !plan.UnderServiceloven && dice.Percent(20)))
        {
            var day = WorkDays.OnOrAfter(plan.Started.PlusDays(dice.Between(300, 380)));
            log.Tell("wellbeing.surveyed", day, new { surveyedOn = day, who });
        }
    }

    private static void Complain(CasePlan plan, CaseLog log, Dice dice)
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
