namespace Rettidig.SelfHost.Schedules;

/// <summary>
/// An NCRONTAB expression, <c>{second} {minute} {hour} {day} {month} {day-of-week}</c>, in UTC. Five fields leave the
/// second out. Unlike Unix cron, day and day-of-week must both match, also when neither is <c>*</c>.
/// </summary>
public sealed class CronSchedule
{
    /// <summary>The longest an expression can wait: 29 February on a given weekday, across the year 2100.</summary>
    private const int LongestWaitInYears = 41;

    private readonly string expression;
    private readonly CronField second;
    private readonly CronField minute;
    private readonly CronField hour;
    private readonly CronField day;
    private readonly CronField month;
    private readonly CronField dayOfWeek;

    private CronSchedule(string expression, string[] fields)
    {
        this.expression = expression;
        second = CronField.Parse(fields[0], CronFieldKind.Second);
        minute = CronField.Parse(fields[1], CronFieldKind.Minute);
        hour = CronField.Parse(fields[2], CronFieldKind.Hour);
        day = CronField.Parse(fields[3], CronFieldKind.Day);
        month = CronField.Parse(fields[4], CronFieldKind.Month);
        dayOfWeek = CronField.Parse(fields[5], CronFieldKind.DayOfWeek);
    }

    /// <exception cref="FormatException">What is wrong in the expression and what it takes.</exception>
    public static CronSchedule Parse(string expression)
    {
        string[] fields = expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        CronSchedule schedule = fields.Length switch
        {
            6 => new CronSchedule(expression, fields),
            5 => new CronSchedule(expression, ["0", .. fields]),
            _ => throw new FormatException(
                $"'{expression}' has {fields.Length} fields: an NCRONTAB expression has six, {{second}} {{minute}} {{hour}} {{day}} {{month}} {{day-of-week}}, for example '0 */15 * * * *' for every 15 minutes."),
        };
        if (schedule.Search(new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc)) is null)
        {
            throw new FormatException($"'{expression}' never occurs: no such day is in any of its months.");
        }

        return schedule;
    }

    /// <summary>The first occurrence after the moment, in UTC.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset moment) =>
        Search(moment.UtcDateTime) is { } next ? new DateTimeOffset(next, TimeSpan.Zero) : throw new InvalidOperationException(
            $"Bug in {nameof(CronSchedule)}: '{expression}' was accepted, but nothing follows {moment:O}.");

    public override string ToString() => expression;

    private DateTime? Search(DateTime after)
    {
        var from = new DateTime(after.Ticks - (after.Ticks % TimeSpan.TicksPerSecond) + TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        DateTime last = from.Date.AddYears(LongestWaitInYears);
        for (DateTime date = from.Date; date < last; date = DayAfter(date))
        {
            if (Occurs(date) && TimeFrom(date == from.Date ? from.TimeOfDay : TimeSpan.Zero) is { } time)
            {
                return date + time;
            }
        }

        return null;
    }

    private DateTime DayAfter(DateTime date) =>
        month.Has(date.Month) ? date.AddDays(1) : new DateTime(date.Year, date.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1);

    private bool Occurs(DateTime date) => month.Has(date.Month) && day.Has(date.Day) && dayOfWeek.Has((int)date.DayOfWeek);

    private TimeSpan? TimeFrom(TimeSpan start)
    {
        for (int? h = hour.From(start.Hours); h is not null; h = hour.From(h.Value + 1))
        {
            bool startHour = h == start.Hours;
            for (int? m = minute.From(startHour ? start.Minutes : 0); m is not null; m = minute.From(m.Value + 1))
            {
                if (second.From(startHour && m == start.Minutes ? start.Seconds : 0) is { } s)
                {
                    return new TimeSpan(h.Value, m.Value, s);
                }
            }
        }

        return null;
    }
}
