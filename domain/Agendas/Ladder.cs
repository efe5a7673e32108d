using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;

namespace Rettidig.Domain.Agendas;

/// <summary>
/// The ladder of steps (duties.md). Reminders move back to the last working day, escalations on to the next. No step
/// lies before its anchor or before its facts arrived; where that moves the due step past the due day, the caseworker
/// still has a day before the leader is told, and the leader ten before the manager is.
/// </summary>
internal static class Ladder
{
    private const int RemindEarlyDays = 14;
    private const int RemindDays = 3;
    private const int EscalateWorkingDays = 10;

    /// <summary>The steps of one open obligation, lowest first.</summary>
    public static IEnumerable<(StepName Name, Role Role, LocalDate Day, bool Urgent)> Climb(Duty duty, Anchor anchor, DueDate due, Instant knownAt)
    {
        bool urgent = duty.Kind == DutyKind.Statute && Arrival.IsInOfficeHours(knownAt, due.Day);
        LocalDate from = due.StepsFrom ?? anchor.Day;
        LocalDate earliest = LocalDate.Max(DanishCalendar.OnOrAfter(from), urgent ? due.Day : Arrival.FirstMorningAfter(knownAt));
        LocalDate counted = due.RemindersCountTo ?? due.Day;
        LocalDate Reminder(LocalDate day) => LocalDate.Max(DanishCalendar.OnOrBefore(day), earliest);

        LocalDate dueStep = Reminder(due.Day);
        LocalDate overdue = LocalDate.Max(DanishCalendar.Next(due.Day), DanishCalendar.Next(dueStep));
        LocalDate escalate = DanishCalendar.PlusWorkingDays(LocalDate.Max(due.Day, dueStep), EscalateWorkingDays);
        LocalDate early = due.FirstReminderOn is { } first && first > from ? first : counted.PlusDays(-RemindEarlyDays);
        if (duty.IsNotice)
        {
            yield return (StepName.Notify, Role.Caseworker, dueStep, urgent);
            yield break;
        }

        if (from < early)
        {
            yield return (StepName.RemindEarly, Role.Caseworker, Reminder(early), urgent);
        }

        if (from <= counted.PlusDays(-RemindDays))
        {
            yield return (StepName.Remind, Role.Caseworker, Reminder(counted.PlusDays(-RemindDays)), urgent);
        }

        yield return (StepName.Due, Role.Caseworker, dueStep, urgent);
        yield return (StepName.Overdue, Role.Caseworker, overdue, false);
        yield return (StepName.Overdue, Role.TeamLeader, overdue, false);
        yield return (StepName.Escalate, Role.TeamLeader, escalate, false);
        yield return (StepName.Escalate, Role.Manager, escalate, false);
    }
}
