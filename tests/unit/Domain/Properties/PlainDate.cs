using System.Globalization;

namespace Rettidig.Unit.Tests.Domain.Properties;

/// <summary>A date reckoned by hand, as a person with a calendar on the wall does it: the oracle that due dates are compared with. It uses no library of dates.</summary>
internal readonly record struct PlainDate(int Year, int Month, int Day)
{
    /// <summary>Every day from 1 January of a year to 31 December of another.</summary>
    public static IEnumerable<PlainDate> Between(int firstYear, int lastYear)
    {
        for (var day = new PlainDate(firstYear, 1, 1); day.Year <= lastYear; day = day.Tomorrow)
        {
            yield return day;
        }
    }

    public PlainDate Tomorrow =>
        Day < Length(Year, Month) ? this with { Day = Day + 1 } : Month < 12 ? new PlainDate(Year, Month + 1, 1) : new PlainDate(Year + 1, 1, 1);

    public PlainDate Yesterday =>
        Day > 1 ? this with { Day = Day - 1 } : Month > 1 ? new PlainDate(Year, Month - 1, Length(Year, Month - 1)) : new PlainDate(Year - 1, 12, 31);

    /// <summary>1 Monday to 7 Sunday (Sakamoto's table).</summary>
    public int Weekday
    {
        get
        {
            int[] shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
            int year = Month < 3 ? Year - 1 : Year;
            int fromSunday = (year + (year / 4) - (year / 100) + (year / 400) + shift[Month - 1] + Day) % 7;
            return fromSunday == 0 ? 7 : fromSunday;
        }
    }

    public PlainDate PlusDays(int count)
    {
        PlainDate day = this;
        for (int i = 0; i < count; i++)
        {
            day = day.Tomorrow;
        }

        return day;
    }

    public PlainDate PlusWeeks(int count) => PlusDays(7 * count);

    /// <summary>The same day of the month so many months on; the last day of the month where that day does not exist.</summary>
    public PlainDate PlusMonths(int count)
    {
        int months = (Year * 12) + (Month - 1) + count;
        int year = months / 12, month = (months % 12) + 1;
        return new PlainDate(year, month, Math.Min(Day, Length(year, month)));
    }

    /// <summary>So many days on which the offices are open, the day itself not counted.</summary>
    public PlainDate PlusWorkingDays(int count)
    {
        PlainDate day = this;
        while (count > 0)
        {
            day = day.Tomorrow;
            count -= Holidays.IsOpen(day) ? 1 : 0;
        }

        return day;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:D2}-{Month:D2}-{Year:D4}");

    private static int Length(int year, int month) => month switch
    {
        4 or 6 or 9 or 11 => 30,
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        _ => 31,
    };
}
