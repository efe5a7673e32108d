using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;

namespace Rettidig.Domain.Explanations;

/// <summary>What happens on the way when a term is counted.</summary>
internal static class CountedTerm
{
    /// <summary>The day a term ends that is counted from a day.</summary>
    public static LocalDate From(LocalDate anchor, Counted counted) => counted.Unit switch
    {
        TermUnit.Days => anchor.PlusDays(counted.Number),
        TermUnit.WorkingDays => DanishCalendar.PlusWorkingDays(anchor, counted.Number),
        TermUnit.Weeks => anchor.PlusWeeks(counted.Number),
        TermUnit.Months => anchor.PlusMonths(counted.Number),
        _ => anchor.PlusYears(counted.Number),
    };

    /// <summary>What is not plain counting: a month too short, closed days passed over.</summary>
    public static IEnumerable<string> WhatHappened(LocalDate anchor, LocalDate due, Counted counted) => counted.Unit switch
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
