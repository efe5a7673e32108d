using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.PlanStudy;

/// <summary>The part of each studied case that the study did not count: who, where, by what decision, and the parents' support.</summary>
internal static class StudyCasePlans
{
    public static List<CasePlan> Deal(List<StudiedCase> cases, Dice dice)
    {
        var sites = Sites(cases.Count, dice);
        var numbers = new Dictionary<int, int>();
        return [.. cases.Select((studied, at) =>
        {
            var number = numbers[studied.Started.Year] = numbers.GetValueOrDefault(studied.Started.Year) + 1;
            return Plan(studied, $"S-{studied.Started.Year}-{number:D3}", sites[at], dice);
        })];
    }

    private static CasePlan Plan(StudiedCase studied, string reference, Site site, Dice dice)
    {
        var emergency = studied.IsEmergency || (!studied.HasPlan && dice.Percent(15));
        var consent = dice.Percent(72);
        return new()
        {
            Reference = reference,
            Family = Family(dice),
            Started = studied.Started,
            Decided = emergency ? studied.Started : WorkDays.OnOrBefore(studied.Started.PlusDays(-dice.Between(5, 28))),
            BirthDate = Born(studied, dice),
            Legal = (emergency, consent) switch
            {
                (true, true) => Legal.EmergencyWithConsent,
                (true, false) => Legal.EmergencyWithoutConsent,
                (false, true) => Legal.WithConsent,
                _ => Legal.WithoutConsent,
            },
            PurposeStated = studied.Timing != PlanTiming.EmergencyWithoutPurpose,
            Holders = dice.Percent(30) ? ["fm-1", "fm-2"] : ["fm-1"],
            Site = site,
            Caseworker = dice.Pick(Office.Caseworkers),
            ChildPlan = Timing.Missing,
            HandOver = studied.HandOver,
            FirstReview = studied.First,
            Visits = Diligence.Fair,
            Ending = Ending.None,
        };
    }

    // Sixteen or seventeen when the cases are counted, or still fifteen at most; none turns eighteen before.
    private static LocalDate Born(StudiedCase studied, Dice dice) => studied.IsSixteen
        ? StudyDays.Between(new LocalDate(2001, 1, 8), new LocalDate(2002, 11, 1), dice)
        : StudyDays.Between(new LocalDate(2003, 1, 8), LocalDate.Max(new LocalDate(2003, 2, 8), studied.Started.PlusDays(-40)), dice);

    // Near the shares of the other study; nothing is counted of it.
    private static Family Family(Dice dice)
    {
        var offer = dice.Percent(69) ? dice.Percent(55) ? Offer.Granted : dice.Percent(75) ? Offer.Declined : Offer.Unanswered : Offer.NotOffered;
        var wait = offer != Offer.Granted ? Wait.None : dice.Percent(40) ? Wait.AtStart : dice.Pick([Wait.TwoToFourMonths, Wait.FiveToEightMonths, Wait.NineToTwelveMonths, Wait.OverAYear]);
        var support = dice.Percent(70) ? ParentSupport.Granted : dice.Percent(50) ? ParentSupport.NotNeeded : ParentSupport.Undecided;
        return new Family(offer, wait, support)
        {
            Assessed = dice.Percent(54),
            Plan = dice.Percent(32) ? ParentPlan.Adopted : ParentPlan.None,
            FollowUp = dice.Percent(40) ? FollowUp.Formal : dice.Percent(90) ? FollowUp.Contact : FollowUp.None,
        };
    }

    private static List<Site> Sites(int count, Dice dice)
    {
        var families = PlanFigures.OfSites(PlanFigures.FamiliesAsked);
        var kinds = dice.Deal((families - 20, "foster-family"), (20, "kinship-foster-family"), (count - families - 9, "residential-care"), (9, "other"));
        return [.. kinds.Select((kind, at) => Site.Numbered(kind, at + 1, dice.Percent(92)))];
    }
}
