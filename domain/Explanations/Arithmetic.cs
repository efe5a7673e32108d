using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Explanations;

/// <summary>
/// How the due day of an obligation came about, written out so that a person can count along: what was counted from
/// where, what a short month did, which days were passed over, and that a closed day moves the reminder and not the term.
/// </summary>
public static class Arithmetic
{
    /// <summary>Whole Danish sentences, in the order one would count.</summary>
    public static IReadOnlyList<string> Of(Obligation obligation)
    {
        var sentences = new List<string>();
        if (obligation.Grounds is not { } grounds)
        {
            return [$"{Capital(obligation.Explanation)}."];
        }

        if (grounds.Due.Counted is { } counted && counted.From(grounds.Anchor.Day) == obligation.Due)
        {
            sentences.Add($"{counted} efter {DanishDates.Short(grounds.Anchor.Day)} → {Named(obligation.Due)}.");
            sentences.AddRange(OnTheWay.Of(grounds.Anchor.Day, obligation.Due, counted));
        }
        else
        {
            sentences.AddRange(Reckoned(grounds, obligation.Due));
        }

        if (!DanishCalendar.IsWorkingDay(obligation.Due))
        {
            sentences.Add(OnClosedDay(obligation));
        }

        if (grounds.Remark.Length > 0)
        {
            sentences.Add($"{Capital(grounds.Remark)}.");
        }

        if (obligation.IsOpen && grounds.Due.RemindersCountTo is { } earlier && earlier < obligation.Due)
        {
            sentences.Add($"Påmindelserne tæller mod {DanishDates.Short(earlier)}.");
        }

        return sentences;
    }

    private static IEnumerable<string> Reckoned(Grounds grounds, LocalDate due)
    {
        bool isItsOwnDay = grounds.Anchor.Day == due && grounds.Due.Reckoning == $"{grounds.Anchor.Label} {DanishDates.Short(due)}";
        return isItsOwnDay
            ? [$"Fristen er dagen selv: {Named(due)}."]
            : [$"{Capital(grounds.Due.Reckoning)}.", $"Fristen er {Named(due)}."];
    }

    /// <summary>The term stands; what moves is the reminder of the day, back to the last working day, where it is still to be sent.</summary>
    private static string OnClosedDay(Obligation obligation)
    {
        string day = Capital(ClosedDays.NameOf(obligation.Due) ?? $"en {DanishDates.Weekday(obligation.Due)}");
        Step? reminder = obligation.Steps.FirstOrDefault(step => step.Name == StepName.Due && step.Day < obligation.Due);
        return reminder is null
            ? $"{day} flytter ikke fristen."
            : $"{day} flytter ikke fristen; påmindelsen på dagen går {DanishDates.Weekday(reminder.Day)} {DanishDates.Short(reminder.Day)}.";
    }

    private static string Named(LocalDate day) => $"{DanishDates.Short(day)}, en {DanishDates.Weekday(day)}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
