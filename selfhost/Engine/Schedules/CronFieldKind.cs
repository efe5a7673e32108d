using System.Globalization;

namespace Rettidig.SelfHost.Schedules;

/// <summary>What a field of an NCRONTAB expression takes.</summary>
internal sealed record CronFieldKind(string Name, int Least, int Greatest, params IReadOnlyList<string> Names)
{
    public static readonly CronFieldKind Second = new("second", 0, 59);
    public static readonly CronFieldKind Minute = new("minute", 0, 59);
    public static readonly CronFieldKind Hour = new("hour", 0, 23);
    public static readonly CronFieldKind Day = new("day", 1, 31);

    public static readonly CronFieldKind Month = new(
        "month", 1, 12, "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December");

    /// <summary>Sunday is 0; there is no 7.</summary>
    public static readonly CronFieldKind DayOfWeek = new(
        "day-of-week", 0, 6, "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    /// <summary>A number in range, or the beginning of a name: <c>mon</c>, <c>Monday</c>.</summary>
    public int ValueOf(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number >= Least && number <= Greatest ? number : throw Broken(text);
        }

        for (int i = 0; i < Names.Count && text.Length > 0; i++)
        {
            if (Names[i].StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                return i + Least;
            }
        }

        throw Broken(text);
    }

    public FormatException Broken(string text)
    {
        string names = Names.Count == 0 ? "" : $" or names ({Names[0][..3]}…{Names[^1][..3]})";
        return new FormatException($"'{text}' is not valid in the field {{{Name}}}: write *, values {Least}-{Greatest}{names}, ranges a-b, steps */n, or a list of those with commas.");
    }
}
