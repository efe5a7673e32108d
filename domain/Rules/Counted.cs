using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Rules;

/// <summary>A length of time counted from an anchor: "3 måneder".</summary>
/// <param name="Number">How many; 0 days is the same day.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct Counted(int Number, TermUnit Unit)
{
    public static Counted Days(int number) => new(number, TermUnit.Days);

    public static Counted WorkingDays(int number) => new(number, TermUnit.WorkingDays);

    public static Counted Weeks(int number) => new(number, TermUnit.Weeks);

    public static Counted Months(int number) => new(number, TermUnit.Months);

    public static Counted Years(int number) => new(number, TermUnit.Years);

    /// <summary>Whether it ends on the day it begins.</summary>
    public bool IsSameDay => Number == 0;

    /// <summary>The day it ends when it is counted from a day, which is not counted itself.</summary>
    public LocalDate From(LocalDate day) => Unit switch
    {
        TermUnit.Days => day.PlusDays(Number),
        TermUnit.WorkingDays => DanishCalendar.PlusWorkingDays(day, Number),
        TermUnit.Weeks => day.PlusWeeks(Number),
        TermUnit.Months => day.PlusMonths(Number),
        _ => day.PlusYears(Number),
    };

    /// <summary>The day as long before a day, for terms that are counted backwards.</summary>
    public LocalDate Before(LocalDate day) => Unit switch
    {
        TermUnit.Days => day.PlusDays(-Number),
        TermUnit.WorkingDays => DanishCalendar.MinusWorkingDays(day, Number),
        TermUnit.Weeks => day.PlusWeeks(-Number),
        TermUnit.Months => day.PlusMonths(-Number),
        _ => day.PlusYears(-Number),
    };

    /// <summary>In Danish: "14 dage", "1 måned", "samme dag".</summary>
    public override string ToString() => IsSameDay ? "samme dag" : $"{Number} {Word}";

    private string Word => (Unit, Number) switch
    {
        (TermUnit.Days, 1) => "dag",
        (TermUnit.Days, _) => "dage",
        (TermUnit.WorkingDays, 1) => "arbejdsdag",
        (TermUnit.WorkingDays, _) => "arbejdsdage",
        (TermUnit.Weeks, 1) => "uge",
        (TermUnit.Weeks, _) => "uger",
        (TermUnit.Months, 1) => "måned",
        (TermUnit.Months, _) => "måneder",
        _ => "år",
    };
}

/// <summary>What terms are counted in.</summary>
public enum TermUnit
{
    Days,

    /// <summary>Monday to Friday without closed days.</summary>
    WorkingDays,

    Weeks,

    /// <summary>Counted from the anchor; they clamp to the end of a short month.</summary>
    Months,

    Years,
}
