using NodaTime;

namespace Rettidig.Samples.Cases;

/// <summary>
/// The table of the 52 cases. The parents' side is exactly the published screening; the rest is dealt in proportions near
/// Ankestyrelsen's study of 225 child plans and its barometer of 2024 (first review in time in three of four).
/// </summary>
internal static class CasePlans
{
    private const int Count = Figures.Placements;

    public static List<CasePlan> Deal(Dice dice)
    {
        var starts = Starts.Spread(Count, dice);
        var families = Starts.Seat(starts, Families.Deal(dice), dice);
        var endings = Endings(starts, families, dice);
        var legal = dice.Deal((33, Legal.WithConsent), (9, Legal.WithoutConsent), (4, Legal.EmergencyWithConsent), (6, Legal.EmergencyWithoutConsent));
        var twoHolders = dice.Deal((16, true), (Count - 16, false));
        var childPlans = dice.Deal((34, Timing.OnTime), (13, Timing.Late), (5, Timing.Missing));
        var handOvers = dice.Deal(
            (27, HandOver.SameDay), (9, HandOver.Late), (3, HandOver.OralThenWritten),
            (5, HandOver.AfterChases), (4, HandOver.ChasedInVain), (4, HandOver.Never));
        var reviews = dice.Deal((37, Timing.OnTime), (9, Timing.Late), (6, Timing.Missing));
        var visits = dice.Deal((26, Diligence.Good), (16, Diligence.Fair), (10, Diligence.Poor));
        var newCaseworkers = dice.Deal((12, true), (Count - 12, false));
        var moves = dice.Deal((6, true), (Count - 6, false));
        var sites = Site.Deal(Count + 6, dice);
        var nextSites = new Queue<Site>(sites.Skip(Count));

        return [.. Enumerable.Range(0, Count).Select(at =>
        {
            var caseworker = dice.Pick(Office.Caseworkers);
            return new CasePlan
            {
                Reference = $"S-{starts[at].Year}-{NumberInYear(starts, at):D3}",
                Family = families[at],
                Started = starts[at],
                Decided = WorkDays.OnOrBefore(starts[at].PlusDays(legal[at] is Legal.WithConsent or Legal.WithoutConsent ? -dice.Between(5, 30) : 0)),
                BirthDate = Born(starts[at], endings[at], dice),
                Legal = legal[at],
                Holders = twoHolders[at] ? ["fm-1", "fm-2"] : ["fm-1"],
                Site = sites[at],
                NextSite = moves[at] && endings[at] == Ending.None ? nextSites.Dequeue() : null,
                Moved = WorkDays.OnOrAfter(LocalDate.Max(starts[at], WorkDays.Opening).PlusDays(dice.Between(120, 200))),
                Caseworker = caseworker,
                NextCaseworker = newCaseworkers[at] ? Office.ColleagueOf(caseworker, dice) : null,
                ChildPlan = childPlans[at],
                HandOver = handOvers[at],
                FirstReview = reviews[at],
                Visits = visits[at],
                Ending = endings[at],
            };
        })];
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

    private static int NumberInYear(List<LocalDate> starts, int at) => starts.Take(at + 1).Count(start => start.Year == starts[at].Year);
}
