using NodaTime;

namespace Rettidig.Samples;

/// <summary>The days on which the invented office is open, and the time the file of 52 cases covers.</summary>
internal static class WorkDays
{
    /// <summary>The municipality turned its stream of events on; what had happened before was sent on this day.</summary>
    public static readonly LocalDate Opening = new(2024, 2, 5);

    /// <summary>The last day of the file.</summary>
    public static readonly LocalDate Closing = new(2025, 7, 31);

    // Easter Sundays of the years in which files are written. From 2019 to 2023 only four old cases begin, on days chosen without one.
    private static readonly LocalDate[] Easters =
    [
        new(2012, 4, 8), new(2013, 3, 31), new(2014, 4, 20), new(2015, 4, 5), new(2016, 3, 27), new(2017, 4, 16), new(2018, 4, 1),
        new(2024, 3, 31), new(2025, 4, 20),
    ];

    // Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit Monday; great prayer day until 2023.
    private static readonly HashSet<LocalDate> Movable =
    [
        .. Easters.SelectMany(easter => new[] { -3, -2, 1, 39, 50 }.Select(easter.PlusDays)),
        .. Easters.Where(easter => easter.Year <= 2023).Select(easter => easter.PlusDays(26)),
    ];

    public static LocalDate OnOrAfter(LocalDate day)
    {
        while (!IsOpen(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    public static LocalDate OnOrBefore(LocalDate day)
    {
        while (!IsOpen(day))
        {
            day = day.PlusDays(-1);
        }

        return day;
    }

    private static bool IsOpen(LocalDate day) =>
        day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !IsFixedHoliday(day) && !Movable.Contains(day);

    private static bool IsFixedHoliday(LocalDate day) =>
        (day.Month, day.Day) is (1, 1) or (6, 5) or (12, 24 or 25 or 26 or 31);
}
