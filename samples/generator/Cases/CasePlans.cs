using NodaTime;

namespace Rettidig.Samples.Cases;

/// <summary>The table of the 52 cases: the parents' side is exactly the published screening, the rest is in believable proportions.</summary>
internal static class CasePlans
{
    public static List<CasePlan> Deal(Dice dice)
    {
        var starts = Starts.Spread(Figures.Placements, dice);
        var families = Starts.Seat(starts, Families.Deal(dice), dice);
        var endings = Endings(starts, families, dice);
        var proportions = new Proportions(starts.Count, dice);
        return [.. starts.Select((started, at) => Plan(at, started, endings[at], proportions, dice) with
        {
            Reference = $"S-{started.Year}-{starts.Take(at + 1).Count(start => start.Year == started.Year):D3}",
            Family = families[at],
        })];
    }

    private static CasePlan Plan(int at, LocalDate started, Ending ending, Proportions proportions, Dice dice)
    {
        var legal = proportions.Legal[at];
        var caseworker = dice.Pick(Office.Caseworkers);
        return new()
        {
            Started = started,
            Decided = WorkDays.OnOrBefore(started.PlusDays(legal is Legal.WithConsent or Legal.WithoutConsent ? -dice.Between(5, 30) : 0)),
            BirthDate = Born(started, ending, dice),
            Legal = legal,
            Holders = proportions.TwoHolders[at] ? ["fm-1", "fm-2"] : ["fm-1"],
            Site = proportions.Sites[at],
            NextSite = ending == Ending.None ? proportions.NextSites[at] : null,
            Moved = WorkDays.OnOrAfter(LocalDate.Max(started, WorkDays.Opening).PlusDays(dice.Between(120, 200))),
            Caseworker = caseworker,
            NextCaseworker = proportions.NewCaseworker[at] ? Office.ColleagueOf(caseworker, dice) : null,
            ChildPlan = proportions.ChildPlans[at],
            HandOver = proportions.HandOvers[at],
            FirstReview = proportions.FirstReviews[at],
            Visits = proportions.Visits[at],
            Ending = ending,
        };
    }

    // Those that end began early enough to last most of a year, and owe the figures nothing after it.
    private static Ending[] Endings(List<LocalDate> starts, Family[] families, Dice dice)
    {
        var endings = new Ending[starts.Count];
        var mayEnd = dice.Shuffle(Enumerable.Range(0, starts.Count)
            .Where(at => starts[at].Year == 2024 && starts[at].Month <= 9 && families[at].MonthsNeeded <= 6));
        Ending[] ends = [Ending.ReturnedHome, Ending.ReturnedHome, Ending.ReturnedHome, Ending.ReturnedHome, Ending.Adulthood, Ending.Adulthood, Ending.MovedMunicipality];
        foreach (var (at, ending) in mayEnd.Zip(ends))
        {
            endings[at] = ending;
        }

        return endings;
    }

    // From newborn to seventeen; those who grow up in the file turn eighteen ten months into the placement.
    private static LocalDate Born(LocalDate started, Ending ending, Dice dice) => ending == Ending.Adulthood
        ? started.PlusYears(-18).PlusMonths(10).PlusDays(dice.Between(-10, 10))
        : LocalDate.Max(started.PlusMonths(-dice.Between(1, 198)).PlusDays(-dice.Between(0, 27)), started.PlusYears(-17));
}
