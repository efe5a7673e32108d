using System.Globalization;
using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Functions.Mail;

/// <summary>Numbers, counts and dates as Danes write them.</summary>
internal static class DanishText
{
    private static readonly string[] Weekdays = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

    /// <summary>1234 → "1.234".</summary>
    public static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.');

    /// <summary>"1 frist", "2 frister".</summary>
    public static string Count(int value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";

    /// <summary>"mandag den 30. november 2026".</summary>
    public static string LongDay(LocalDate day) => $"{Weekdays[(int)day.DayOfWeek - 1]} den {DanishDates.Long(day)}";

    /// <summary>How a due date stands to today: "3 dage over fristen", "i dag", "i morgen", "om 3 dage".</summary>
    public static string Distance(LocalDate due, LocalDate today) => Period.DaysBetween(today, due) switch
    {
        0 => "i dag",
        1 => "i morgen",
        > 0 and var left => $"om {Count(left, "dag", "dage")}",
        var late => $"{Count(-late, "dag", "dage")} over fristen",
    };

    /// <summary>Set apart by commas, the last by "og".</summary>
    public static string Join(IReadOnlyList<string> parts) => parts.Count < 2
        ? string.Concat(parts)
        : $"{string.Join(", ", parts.Take(parts.Count - 1))} og {parts[^1]}";
}
