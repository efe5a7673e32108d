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
    public static Deadline SameDay(Term term) => Days(0, term);

    public static Deadline Days(int count, Term term) => After(new DutyTerm(Counted.Days(count), term));

    public static Deadline WorkingDays(int count, Term term) => After(new DutyTerm(Counted.WorkingDays(count), term));

    public static Deadline Weeks(int count, Term term) => After(new DutyTerm(Counted.Weeks(count), term));

    public static Deadline Months(int count, Term term) => After(new DutyTerm(Counted.Months(count), term));

    /// <summary>One term from the anchor. There is nothing to choose where the law wants it the same day.</summary>
    public static Deadline After(DutyTerm term) => new(
        term.Default.IsSameDay ? term.Default.ToString() : $"{term.Default} efter",
        term.Term,
        term is { Term: Term.Statutory, Default.IsSameDay: true } ? [] : [term],
        s => In(s, term.Default, term.Term, term.Variant));

    /// <summary>The day of the fact itself, which is looked over when it comes: there is no time to choose.</summary>
    public static Deadline AtOnce(Term term) => SameDay(term) with { Text = "ingen: der ses efter med det samme", Terms = [], IsAtOnce = true };

    /// <summary>A day that is not simply counted from the anchor.</summary>
    public static Deadline On(string text, Term term, Func<Situation, DueDate?> day) => new(text, term, [], day);

    /// <summary>A term from the anchor; a municipal one, or a variant of it, as the municipality has chosen.</summary>
    public static DueDate In(Situation s, Counted counted, Term term, string? variant = null)
    {
        Counted chosen = term == Term.Municipal ? s.Choices.Of(variant) ?? counted : counted;
        LocalDate day = chosen.From(s.Day);
        return new DueDate(day, term) { From = s.Anchor, Counted = chosen };
    }

    /// <summary>The anchor as an explanation begins: "iværksat 30-11-2026".</summary>
    public static string From(Situation s) => From(s.Anchor);

    /// <summary>A counted day as an explanation says it: "iværksat 30-11-2026 + 3 måneder = 28-02-2027".</summary>
    public static string Told(Anchor? anchor, Counted? counted, LocalDate day) => anchor is null
        ? DanishDates.Short(day)
        : counted is null ? From(anchor) : $"{From(anchor)} + {counted} = {DanishDates.Short(day)}";

    private static string From(Anchor anchor) => $"{anchor.Label} {DanishDates.Short(anchor.Day)}";
}
