using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Rules;

/// <summary>
/// The terms a row can have. Months are counted from the anchor and clamp to the end of a short month; the anchor's own
/// day is not counted; nothing moves for weekends (law.md section 2.3, T-17). Where the term is municipal, the
/// municipality's own takes the place of the one named here.
/// </summary>
internal static class Due
{
    public static Func<Situation, DueDate?> SameDay(Term term) => Days(0, term);

    public static Func<Situation, DueDate?> Days(int count, Term term) => new CountedTerm(Counted.Days(count), term).Due;

    public static Func<Situation, DueDate?> Weeks(int count, Term term) => new CountedTerm(Counted.Weeks(count), term).Due;

    public static Func<Situation, DueDate?> Months(int count, Term term) => new CountedTerm(Counted.Months(count), term).Due;

    public static Func<Situation, DueDate?> WorkingDays(int count, Term term) => new CountedTerm(Counted.WorkingDays(count), term).Due;

    public static DueDate InDays(Situation s, int count, Term term) => In(s, Counted.Days(count), term);

    public static DueDate InMonths(Situation s, int count, Term term) => In(s, Counted.Months(count), term);

    public static DueDate InYears(Situation s, int count, Term term) => In(s, Counted.Years(count), term);

    /// <summary>A term from the anchor; a municipal one, or a variant of it, as the municipality has chosen.</summary>
    public static DueDate In(Situation s, Counted counted, Term term, string? variant = null)
    {
        Counted chosen = term == Term.Municipal ? s.Choices.Of(variant) ?? counted : counted;
        LocalDate day = chosen.From(s.Day);
        return chosen.IsSameDay
            ? new DueDate(day, term, From(s))
            : new DueDate(day, term, $"{From(s)} + {chosen} = {DanishDates.Short(day)}") { Counted = chosen };
    }

    /// <summary>The anchor as an explanation begins: "iværksat 30-11-2026".</summary>
    public static string From(Situation s) => $"{s.Anchor.Label} {DanishDates.Short(s.Day)}";
}
