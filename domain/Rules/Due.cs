using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Rules;

/// <summary>
/// The terms a row can have. Months are counted from the anchor and clamp to the end of a short month; the anchor's own
/// day is not counted; nothing moves for weekends (law.md section 2.3, T-17).
/// </summary>
internal static class Due
{
    public static Func<Situation, DueDate?> SameDay(Term term) => s => new DueDate(s.Day, term, From(s));

    public static Func<Situation, DueDate?> Days(int count, Term term) => s => InDays(s, count, term);

    public static Func<Situation, DueDate?> Weeks(int count, Term term) => s => Reckon(s, s.Day.PlusWeeks(count), term, new Counted(count, TermUnit.Weeks));

    public static Func<Situation, DueDate?> Months(int count, Term term) => s => InMonths(s, count, term);

    public static Func<Situation, DueDate?> WorkingDays(int count, Term term) =>
        s => Reckon(s, DanishCalendar.PlusWorkingDays(s.Day, count), term, new Counted(count, TermUnit.WorkingDays));

    public static DueDate InDays(Situation s, int count, Term term) => Reckon(s, s.Day.PlusDays(count), term, new Counted(count, TermUnit.Days));

    public static DueDate InMonths(Situation s, int count, Term term) =>
        Reckon(s, s.Day.PlusMonths(count), term, new Counted(count, TermUnit.Months));

    public static DueDate InYears(Situation s, int count, Term term) => Reckon(s, s.Day.PlusYears(count), term, new Counted(count, TermUnit.Years));

    /// <summary>The anchor as an explanation begins: "iværksat 30-11-2026".</summary>
    public static string From(Situation s) => $"{s.Anchor.Label} {DanishDates.Short(s.Day)}";

    private static DueDate Reckon(Situation s, LocalDate day, Term term, Counted counted) =>
        new(day, term, $"{From(s)} + {counted} = {DanishDates.Short(day)}") { Counted = counted };
}
