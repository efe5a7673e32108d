using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>What good practice adds for the parents: information, talks about grief, meetings, surveys.</summary>
internal static class ContactStory
{
    public static void Tell(CasePlan plan, CaseLog log, Dice dice)
    {
        Inform(plan, log, dice);
        Meet(plan, log, dice);
        Survey(plan, log, dice);
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

    private static void Survey(CasePlan plan, CaseLog log, Dice dice)
    {
        foreach (var who in new[] { "child", "parents" }.Where(_ => !plan.UnderServiceloven && dice.Percent(20)))
        {
            var day = WorkDays.OnOrAfter(plan.Started.PlusDays(dice.Between(300, 380)));
            log.Tell("wellbeing.surveyed", day, new { surveyedOn = day, who });
        }
    }
}
