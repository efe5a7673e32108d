using NodaTime;

namespace Rettidig.Domain.Calendar;

/// <summary>
/// Working days in Denmark. Closed are weekends, public holidays, and 5 June, 24 and 31 December, which are not
/// holidays but closed days in deadline law (law.md section 2.3). Great prayer day was a holiday until 2023.
/// </summary>
public static class DanishCalendar
{
    private const int FirstYearKept = 1990;
    private const int LastYearKept = 2100;

    // Every step of every obligation asks many times: the days of living children's placements are worked out once.
    private static readonly int FirstDayKept = new DateOnly(FirstYearKept, 1, 1).DayNumber;
    private static readonly bool[] WorkingDaysKept = [.. Enumerable
        .Range(FirstDayKept, new DateOnly(LastYearKept, 12, 31).DayNumber - FirstDayKept + 1)
        .Select(day => WorkOut(LocalDate.FromDateOnly(DateOnly.FromDayNumber(day))))];

    /// <summary>Monday to Friday and not a closed day.</summary>
    public static bool IsWorkingDay(LocalDate date) =>
        date.Year is >= FirstYearKept and <= LastYearKept ? WorkingDaysKept[date.ToDateOnly().DayNumber - FirstDayKept] : WorkOut(date);

    /// <summary>A public holiday, 5 June, 24 or 31 December.</summary>
    public static bool IsClosedDay(LocalDate date) => ClosedDays.NameOf(date) is not null;

    /// <summary>The day itself when it is a working day, else the last one before it. Reminders move this way.</summary>
    public static LocalDate OnOrBefore(LocalDate date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.PlusDays(-1);
        }

        return date;
    }

    /// <summary>The day itself when it is a working day, else the next one. Escalations move this way.</summary>
    public static LocalDate OnOrAfter(LocalDate date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.PlusDays(1);
        }

        return date;
    }

    /// <summary>The first working day after the day.</summary>
    public static LocalDate Next(LocalDate date) => OnOrAfter(date.PlusDays(1));

    /// <summary>The n-th working day after the day; the day itself is not counted.</summary>
    public static LocalDate PlusWorkingDays(LocalDate date, int count)
    {
        for (int i = 0; i < count; i++)
        {
            date = Next(date);
        }

        return date;
    }

    /// <summary>The n-th working day before the day; the day itself is not counted.</summary>
    public static LocalDate MinusWorkingDays(LocalDate date, int count)
    {
        for (int i = 0; i < count; i++)
        {
            date = OnOrBefore(date.PlusDays(-1));
        }

        return date;
    }

    /// <summary>Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876).</summary>
    public static LocalDate EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, g = ((8 * b) + 13) / 25;
        int h = ((19 * a) + b - d - g + 15) % 30;
        int i = c / 4, k = c % 4;
        int l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        int m = (a + (11 * h) + (19 * l)) / 433;
        int month = (h + l - (7 * m) + 90) / 25;
        int day = (h + l - (7 * m) + (33 * month) + 19) % 32;
        return new LocalDate(year, month, day);
    }

    private static bool WorkOut(LocalDate date) =>
        date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !IsClosedDay(date);
}
