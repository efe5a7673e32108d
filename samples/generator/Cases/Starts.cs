using NodaTime;

namespace Rettidig.Samples.Cases;

/// <summary>When the 52 placements begin: four under serviceloven, the rest over a year under barnets lov.</summary>
internal static class Starts
{
    private static readonly LocalDate[] UnderServiceloven = [new(2019, 10, 7), new(2021, 6, 14), new(2022, 11, 7), new(2023, 11, 20)];

    public static List<LocalDate> Spread(int count, Dice dice)
    {
        var first = new LocalDate(2024, 2, 12);
        var later = count - UnderServiceloven.Length;
        var inTheYear = Enumerable.Range(0, later).Select(at => WorkDays.OnOrAfter(first.PlusDays((at * 352 / later) + dice.Between(0, 4))));
        return [.. UnderServiceloven, .. inTheYear];
    }

    /// <summary>Gives each family a start early enough for its story; the most demanding choose first.</summary>
    public static Family[] Seat(List<LocalDate> starts, List<Family> families, Dice dice)
    {
        var seated = new Family?[starts.Count];
        foreach (var family in families.OrderByDescending(f => f.MonthsNeeded))
        {
            var free = Enumerable.Range(0, starts.Count).Where(at => seated[at] is null && Fits(family, starts[at]));
            seated[dice.Pick([.. free])] = family;
        }

        return [.. seated.Select(family => family!)];
    }

    // Only barnets lov § 77, stk. 3, lets a plan for the parents be left out with a reason.
    private static bool Fits(Family family, LocalDate start) =>
        start <= WorkDays.Closing.PlusMonths(-family.MonthsNeeded) && (family.Plan != ParentPlan.Waived || start.Year >= 2024);
}
