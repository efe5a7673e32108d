using NodaTime;

namespace Rettidig.Domain.Calendar;

/// <summary>Dates as Danes write them. The names are written here, so that no machine's locale can change them.</summary>
public static class DanishDates
{
    private static readonly string[] Months =
        ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

    private static readonly string[] Weekdays = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

    /// <summary>30-11-2026</summary>
    public static string Short(LocalDate date) => $"{date.Day:D2}-{date.Month:D2}-{date.Year:D4}";

    /// <summary>30. november 2026</summary>
    public static string Long(LocalDate date) => $"{date.Day}. {Month(date)} {date.Year}";

    /// <summary>november</summary>
    public static string Month(LocalDate date) => Months[date.Month - 1];

    /// <summary>mandag</summary>
    public static string Weekday(LocalDate date) => Weekdays[(int)date.DayOfWeek - 1];

    /// <summary>"1 dag", "12 dage".</summary>
    public static string Days(int count) => count == 1 ? "1 dag" : $"{count} dage";
}
