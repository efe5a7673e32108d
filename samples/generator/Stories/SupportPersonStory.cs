using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>The support person: offered, declined, offered again, accepted, granted.</summary>
internal static class SupportPersonStory
{
    /// <returns>The day a support person was granted, if ever.</returns>
    public static LocalDate? Tell(CasePlan plan, CaseLog log, Dice dice)
    {
        var holder = plan.Holders[0];
        var atStart = WorkDays.OnOrAfter(LocalDate.Max(plan.Decided, plan.Started.PlusDays(-dice.Between(0, 6))));
        if (plan.Family.Offer == Offer.NotOffered)
        {
            return null;
        }

        TellOtherHolder(plan, log, dice, atStart);
        switch (plan.Family.Offer)
        {
            case Offer.Unanswered:
                OfferTo(log, holder, WorkDays.OnOrAfter(atStart.PlusDays(dice.Between(0, 40))), dice);
                return null;
            case Offer.Declined:
                DeclineAgainAndAgain(plan, log, dice, atStart);
                return null;
            default:
                return Grant(plan, log, dice, atStart);
        }
    }

    private static LocalDate Grant(CasePlan plan, CaseLog log, Dice dice, LocalDate atStart)
    {
        var holder = plan.Holders[0];
        var granted = GrantDay(plan, dice);
        var offered = plan.Family.Wait == Wait.AtStart ? WorkDays.OnOrAfter(LocalDate.Max(plan.Decided, plan.Started.PlusDays(-7))) : WorkDays.OnOrAfter(granted.PlusDays(-dice.Between(20, 32)));
        if (plan.Family.Wait != Wait.AtStart && dice.Percent(60))
        {
            OfferTo(log, holder, atStart, dice);
            Answer(log, holder, WorkDays.OnOrAfter(atStart.PlusDays(dice.Between(1, 12))), "declined", plan.Emergency);
        }

        OfferTo(log, holder, offered, dice);
        var accepted = WorkDays.OnOrAfter(offered.PlusDays(dice.Between(1, 6)));
        Answer(log, holder, accepted, "accepted", null);
        granted = LocalDate.Max(granted, accepted);
        ProposeOwn(log, holder, offered.PlusDays(7), granted, dice);
        log.Tell("support-person.granted", granted, new { custodyHolder = holder, grantedOn = granted, hoursPerMonth = dice.Between(4, 10) });
        return granted;
    }

    // Clear of both ends of each row of table 3.2, whole months counted from the start of the placement.
    private static LocalDate GrantDay(CasePlan plan, Dice dice)
    {
        var (from, to) = plan.Family.Wait switch
        {
            Wait.AtStart => (plan.Started, plan.Started.PlusDays(9)),
            Wait.TwoToFourMonths => (plan.Started.PlusMonths(2).PlusDays(5), plan.Started.PlusMonths(4).PlusDays(-8)),
            Wait.FiveToEightMonths => (plan.Started.PlusMonths(5).PlusDays(5), plan.Started.PlusMonths(8).PlusDays(-8)),
            Wait.NineToTwelveMonths => (plan.Started.PlusMonths(9).PlusDays(5), plan.Started.PlusMonths(12).PlusDays(-8)),
            Wait.OverAYear => (plan.Started.PlusMonths(12).PlusDays(10), plan.Started.PlusMonths(15)),
            _ => throw new InvalidOperationException($"Bug in the sample table: {plan.Reference} is granted a support person at no time."),
        };
        return WorkDays.OnOrAfter(from.PlusDays(dice.Between(0, Period.Between(from, to, PeriodUnits.Days).Days)));
    }

    private static void DeclineAgainAndAgain(CasePlan plan, CaseLog log, Dice dice, LocalDate offered)
    {
        for (var again = dice.Between(0, 2); again >= 0; again--)
        {
            OfferTo(log, plan.Holders[0], offered, dice);
            var answered = WorkDays.OnOrAfter(offered.PlusDays(dice.Between(0, 14)));
            Answer(log, plan.Holders[0], answered, "declined", dice.Percent(plan.Consent ? 15 : 60));
            offered = WorkDays.OnOrAfter(answered.PlusDays(dice.Between(14, 60)));
        }
    }

    // A second parent is asked in half the cases, and then says no or nothing: the case is counted by the first.
    private static void TellOtherHolder(CasePlan plan, CaseLog log, Dice dice, LocalDate offered)
    {
        if (plan.Holders.Count < 2 || dice.Percent(50))
        {
            return;
        }

        OfferTo(log, plan.Holders[1], offered, dice);
        if (plan.Family.Offer != Offer.Unanswered && dice.Percent(60))
        {
            Answer(log, plan.Holders[1], WorkDays.OnOrAfter(offered.PlusDays(dice.Between(2, 14))), "declined", null);
        }
    }

    private static void ProposeOwn(CaseLog log, string custodyHolder, LocalDate proposed, LocalDate granted, Dice dice)
    {
        if (!dice.Percent(25) || WorkDays.OnOrAfter(proposed) >= granted)
        {
            return;
        }

        proposed = WorkDays.OnOrAfter(proposed);
        log.Tell("support-person.proposed", proposed, new { custodyHolder, proposedOn = proposed });
        var approved = dice.Percent(60);
        log.Tell("support-person.proposal-answered", granted, new
        {
            custodyHolder,
            answeredOn = granted,
            answer = approved ? "approved" : "refused",
            appealGuidance = approved ? (bool?)null : dice.Percent(50),
        });
    }

    private static void OfferTo(CaseLog log, string custodyHolder, LocalDate day, Dice dice) =>
        log.Tell("support-person.offered", day, new { custodyHolder, offeredOn = day, purposeExplained = dice.Percent(70) });

    private static void Answer(CaseLog log, string custodyHolder, LocalDate day, string answer, bool? distressed) =>
        log.Tell("support-person.answered", day, new { custodyHolder, answeredOn = day, answer, distressed });
}
