using static Rettidig.Samples.Figures;

namespace Rettidig.Samples.Cases;

/// <summary>Deals the published figures out on 52 families: the counts are theirs, who gets what is chance.</summary>
internal static class Families
{
    public static List<Family> Deal(Dice dice)
    {
        List<Family> families = [.. WithSupportPerson(dice), .. WithoutSupportPerson(dice)];
        families = Assess(families, dice);
        families = Plan(families, dice);
        return dice.Shuffle(FollowUpOn(families, dice));
    }

    private static IEnumerable<Family> WithSupportPerson(Dice dice)
    {
        var waits = dice.Deal(
            (GrantedAtStart, Wait.AtStart),
            (GrantedAfter2To4Months, Wait.TwoToFourMonths),
            (GrantedAfter5To8Months, Wait.FiveToEightMonths),
            (GrantedAfter9To12Months, Wait.NineToTwelveMonths),
            (GrantedAfterAYear, Wait.OverAYear));
        var support = dice.Deal((BothForms, ParentSupport.Granted), (2, ParentSupport.NotNeeded), (OnlySupportPerson - 2, ParentSupport.Undecided));
        return waits.Zip(support, (wait, decided) => new Family(Offer.Granted, wait, decided));
    }

    private static IEnumerable<Family> WithoutSupportPerson(Dice dice)
    {
        var offers = dice.Deal((4, Offer.Unanswered), (NeverAccepted - 4, Offer.Declined), (Placements - Offered, Offer.NotOffered));
        var support = dice.Deal(
            (OnlyParentSupport, ParentSupport.Granted),
            (3, ParentSupport.NotNeeded),
            (2, ParentSupport.Refused),
            (NoSupport - 5, ParentSupport.Undecided));
        return offers.Zip(support, (offer, decided) => new Family(offer, Wait.None, decided));
    }

    // Support is granted more often than its need is written down: 22 of the 28 among those granted, 6 among the rest.
    private static List<Family> Assess(List<Family> families, Dice dice)
    {
        families = Change(families, f => f.Support == ParentSupport.Granted, 22, f => f with { Assessed = true }, dice);
        return Change(families, f => f.Support != ParentSupport.Granted, Assessed - 22, f => f with { Assessed = true }, dice);
    }

    private static List<Family> Plan(List<Family> families, Dice dice)
    {
        families = Change(families, f => f.SupportedEarly, ParentPlans, f => f with { Plan = ParentPlan.Adopted }, dice);
        return Change(families, f => f.SupportedEarly && f.Plan == ParentPlan.None, 2, f => f with { Plan = ParentPlan.Waived }, dice);
    }

    // The 20 cases of the figure are here the 14 with a plan and 6 with support but none; one of the 6 has no contact.
    private static List<Family> FollowUpOn(List<Family> families, Dice dice)
    {
        families = Change(families, f => f.Plan == ParentPlan.Adopted, FormalFollowUps, f => f with { FollowUp = FollowUp.Formal }, dice);
        families = [.. families.Select(f => f.Plan == ParentPlan.Adopted && f.FollowUp == FollowUp.None ? f with { FollowUp = FollowUp.Contact } : f)];
        return Change(families, f => f.SupportedEarly && f.Plan == ParentPlan.None, SomeContact - ParentPlans, f => f with { FollowUp = FollowUp.Contact }, dice);
    }

    private static List<Family> Change(List<Family> families, Func<Family, bool> among, int count, Func<Family, Family> change, Dice dice)
    {
        var chosen = dice.Shuffle(Enumerable.Range(0, families.Count).Where(at => among(families[at]))).Take(count).ToHashSet();
        return [.. families.Select((family, at) => chosen.Contains(at) ? change(family) : family)];
    }
}
