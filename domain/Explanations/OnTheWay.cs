using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;

namespace Rettidig.Domain.Explanations;

/// <summary>What happens on the way when a term is counted: what is not plain counting.</summary>
internal static class OnTheWay
{
    /// <summary>A month too short, closed days passed over.</summary>
    public static IEnumerable<string> Of(LocalDate anchor, LocalDate due, Counted counted) => counted.Unit switch
    {
        TermUnit.Months or TermUnit.Years when due.Day < anchor.Day =>
            [$"{Capital(DanishDates.Month(due))} {due.Year} har kun {due.Day} dage: fristen er månedens sidste dag."],
        TermUnit.WorkingDays => PassedOver(anchor, due),
        _ => [],
    };

    private static IEnumerable<string> PassedOver(LocalDate anchor, LocalDate due)
    {
        LocalDate[] closed = [.. Enumerable.Range(1, Period.DaysBetween(anchor, due)).Select(anchor.PlusDays).Where(day => !DanishCalendar.IsWorkingDay(day))];
        string[] holidays = [.. closed.Where(day => day.DayOfWeek <= IsoDayOfWeek.Friday).Select(day => $"{ClosedDays.NameOf(day)} {DanishDates.Short(day)}")];
        bool weekends = closed.Length > holidays.Length;
        if (closed.Length > 0)
        {
            yield return $"{Capital(string.Join(", ", weekends ? holidays.Prepend("weekend") : holidays))} tælles ikke med.";
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
