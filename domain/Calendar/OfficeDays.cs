using NodaTime;

namespace Rettidig.Domain.Calendar;

/// <summary>
/// The days on which a municipality lets mail go: working days, without those it has closed itself. Reminders move back to
/// such a day and escalations on to one; terms are counted in Danish working days whatever a municipality closes.
/// </summary>
/// <param name="closedWeekdays">Weekdays the office is closed on.</param>
/// <param name="closedDates">Single days it is closed on.</param>
public sealed class OfficeDays(IReadOnlyCollection<IsoDayOfWeek> closedWeekdays, IReadOnlyCollection<LocalDate> closedDates)
{
    /// <summary>Every Danish working day.</summary>
    public static readonly OfficeDays Standard = new([], []);

    private readonly bool isStandard = closedWeekdays.Count == 0 && closedDates.Count == 0;
    private readonly HashSet<IsoDayOfWeek> weekdays = [.. closedWeekdays];
    private readonly HashSet<LocalDate> dates = [.. closedDates];

    /// <summary>Whether mail goes on the day.</summary>
    public bool IsOpen(LocalDate date) =>
        DanishCalendar.IsWorkingDay(date) && (isStandard || !(weekdays.Contains(date.DayOfWeek) || dates.Contains(date)));

    /// <summary>The day itself when mail goes on it, else the last such day before it.</summary>
    public LocalDate OnOrBefore(LocalDate date)
    {
        while (!IsOpen(date))
        {
            date = date.PlusDays(-1);
        }

        return date;
    }

    /// <summary>The day itself when mail goes on it, else the next such day.</summary>
    public LocalDate OnOrAfter(LocalDate date)
    {
        while (!IsOpen(date))
        {
            date = date.PlusDays(1);
        }

        return date;
    }

    /// <summary>The first such day after the day.</summary>
    public LocalDate Next(LocalDate date) => OnOrAfter(date.PlusDays(1));
}
