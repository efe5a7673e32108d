using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>
/// When one occurrence is due in a municipality. What was closed before a term was changed is judged by the term it was
/// closed under; what is open has the term of now.
/// </summary>
/// <param name="Due">The due day; null where the duty does not apply.</param>
/// <param name="ChangedAt">When a change of the settings moved the due day of what is open: no step lies before.</param>
/// <param name="Remark">In Danish, for the explanation, where another term counts now.</param>
internal readonly record struct Judgement(DueDate? Due, Instant? ChangedAt, string Remark)
{
    /// <summary>Judges an occurrence.</summary>
    /// <param name="row">The duty as the municipality has it.</param>
    /// <param name="situation">The occurrence, with the terms of now.</param>
    /// <param name="doneOn">The day it was closed or lost its object; null while it is open.</param>
    public static Judgement Of(DutyInForce row, Situation situation, LocalDate? doneOn)
    {
        if (row.HasChanged && doneOn is { } day && row.On(day) is { } then)
        {
            DueDate? due = Reckon(row, situation with { Choices = then.Choices });
            DueDate? today = Reckon(row, situation);
            string remark = due is not null && today is not null && due.Day != today.Day
                ? $"fristen på det tidspunkt; med den, der gælder fra {DanishDates.Short(CopenhagenTime.DateOf(then.Until))}: {DanishDates.Short(today.Day)}"
                : "";
            return new Judgement(due, null, remark);
        }

        DueDate? current = Reckon(row, situation);
        bool moved = row.HasChanged && Reckon(row, situation with { Choices = row.Before.Choices })?.Day != current?.Day;
        return new Judgement(current, moved ? row.Before.Until : row.TurnedOnAt, "");
    }

    /// <summary>The row's due day, or the municipality's own where that is before the law's.</summary>
    private static DueDate? Reckon(DutyInForce row, Situation situation)
    {
        if (row.Duty.Due.Of(situation) is not { } due)
        {
            return null;
        }

        if (due.Term != Term.Statutory || situation.Choices.Of(null) is not { } own || row.Duty.Terms[0].Term != Term.Statutory)
        {
            return due;
        }

        LocalDate earlier = own.From(situation.Day);
        earlier = due.NotBefore is { } floor ? LocalDate.Max(floor, earlier) : earlier;
        return earlier >= due.Day
            ? due
            : due with
            {
                Day = earlier,
                Term = Term.Municipal,
                LawDay = due.Day,
                Reckoning = $"{Rules.Due.From(situation)} + {own} = {DanishDates.Short(earlier)} (kommunens egen frist; lovens er {DanishDates.Short(due.Day)})",
            };
    }
}
