using NodaTime;

namespace Rettidig.Domain.Calendar;

/// <summary>The closed days of Denmark by name: public holidays, and 5 June, 24 and 31 December.</summary>
public static class ClosedDays
{
    private const int LastYearOfGreatPrayerDay = 2023;

    /// <summary>"2. påskedag"; null for a day on which offices may be open. Weekends have no name of their own.</summary>
    public static string? NameOf(LocalDate date) => Fixed(date) ?? Moving(date);

    private static string? Fixed(LocalDate date) => (date.Month, date.Day) switch
    {
        (1, 1) => "nytårsdag",
        (6, 5) => "grundlovsdag",
        (12, 24) => "juleaftensdag",
        (12, 25) => "juledag",
        (12, 26) => "2. juledag",
        (12, 31) => "nytårsaftensdag",
        _ => null,
    };

    private static string? Moving(LocalDate date) => Period.DaysBetween(DanishCalendar.EasterSunday(date.Year), date) switch
    {
        -3 => "skærtorsdag",
        -2 => "langfredag",
        0 => "påskedag",
        1 => "2. påskedag",
        26 when date.Year <= LastYearOfGreatPrayerDay => "store bededag",
        39 => "Kristi himmelfartsdag",
        49 => "pinsedag",
        50 => "2. pinsedag",
        _ => null,
    };
}
