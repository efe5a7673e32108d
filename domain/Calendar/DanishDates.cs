using NodaTime;

namespace Rettidig.Domain.Calendar;

/// <summary>Dates as Danes write them. The names are written here, so that no machine's locale can change them.</summary>
public static class DanishDates
{
    private const int FirstYearKept = 2000;
    private const int LastYearKept = 2050;
    private const int LongestMonth = 31;

    // The names of days stand in every key and occurrence; each is written once.
    private static readonly string?[] IsoKept = new string?[(LastYearKept - FirstYearKept + 1) * 12 * LongestMonth];

    private static readonly string[] Months =
        ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

    private static readonly string[] Weekdays = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

    /// <summary>30-11-2026</summary>
    public static string Short(LocalDate date) => string.Create(10, date, static (text, day) =>
    {
        Write(text[..2], day.Day);
        text[2] = text[5] = '-';
        Write(text[3..5], day.Month);
        Write(text[6..], day.Year);
    });

    /// <summary>2026-11-30, as keys and files have it.</summary>
    public static string Iso(LocalDate date) =>
        date.Year is >= FirstYearKept and <= LastYearKept
            ? IsoKept[(((date.Year - FirstYearKept) * 12) + date.Month - 1) * LongestMonth + date.Day - 1] ??= WriteIso(date)
            : WriteIso(date);

    private static string WriteIso(LocalDate date) => string.Create(10, date, static (text, day) =>
    {
        Write(text[..4], day.Year);
        text[4] = text[7] = '-';
        Write(text[5..7], day.Month);
        Write(text[8..], day.Day);
    });

    /// <summary>30. november 2026</summary>
    public static string Long(LocalDate date) => $"{date.Day}. {Month(date)} {date.Year}";

    /// <summary>november</summary>
    public static string Month(LocalDate date) => Months[date.Month - 1];

    /// <summary>mandag</summary>
    public static string Weekday(LocalDate date) => Weekdays[(int)date.DayOfWeek - 1];

    /// <summary>Digits with leading zeros, as many as there is room for. Thousands of dates are written at every look at a municipality.</summary>
    private static void Write(Span<char> digits, int number)
    {
        for (int i = digits.Length - 1; i >= 0; i--, number /= 10)
        {
            digits[i] = (char)('0' + (number % 10));
        }
    }

    /// <summary>"1 dag", "12 dage".</summary>
    public static string Days(int count) => count == 1 ? "1 dag" : $"{count} dage";
}
