using NodaTime;

namespace Rettidig.Samples;

/// <summary>The days on which the invented office is open, and the time the file covers.</summary>
internal static class WorkDays
{
    /// <summary>The municipality turned its stream of events on; what had happened before was sent on this day.</summary>
    public static readonly LocalDate Opening = new(2024, 2, 5);

    /// <summary>The last day of the file.</summary>
    public static readonly LocalDate Closing = new(2025, 7, 31);

    // Easter and what follows from it, in the years of the file.
    private static readonly HashSet<LocalDate> Movable =
    [
        new(2024, 3, 28), new(2024, 3, 29), new(2024, 4, 1), new(2024, 5, 9), new(2024, 5, 20),
        new(2025, 4, 17), new(2025, 4, 18), new(2025, 4, 21), new(2025, 5, 29), new(2025, 6, 9),
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
