using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;
using Rettidig.Domain.Rules.Settings;

namespace Rettidig.Domain.Agendas;

/// <summary>
/// The ladder of steps (duties.md), with the days the municipality has chosen. Reminders move back to the last day on which
/// mail goes, escalations on to the next. No step lies before its anchor or before its facts arrived; where that moves the
/// due step past the due day, the caseworker still has a day before the leader is told, and the leader his before the
/// manager is.
/// </summary>
internal static class Ladder
{
    /// <summary>Adds the rungs of one open obligation that began on a day, lowest first.</summary>
    /// <param name="row">Its duty.</param>
    /// <param name="office">When mail may go.</param>
    /// <param name="anchoredOn">The day it began.</param>
    /// <param name="stop">The day it loses its object or the placement ends, where that is known.</param>
    /// <param name="due">When it is due.</param>
    /// <param name="knownAt">When all that was needed to know of it had arrived.</param>
    /// <param name="rungs">What is added to.</param>
    public static void Climb(DutyInForce row, OfficeHours office, LocalDate anchoredOn, LocalDate? stop, DueDate due, Instant knownAt, ICollection<Rung> rungs)
    {
        LadderPlan plan = row.Ladder;
        bool urgent = row.Duty.Kind == DutyKind.Statute && office.CanStillMail(knownAt, due.Day);
        LocalDate from = due.StepsFrom ?? anchoredOn;
        LocalDate earliest = LocalDate.Max(office.Days.OnOrAfter(from), urgent ? due.Day : office.FirstMorningAfter(knownAt));
        LocalDate counted = due.RemindersCountTo ?? due.Day;
        LocalDate Reminder(LocalDate day) => LocalDate.Max(office.Days.OnOrBefore(day), earliest);

        LocalDate dueStep = Reminder(due.Day);
        if (row.Duty.IsNotice)
        {
            // What it is about may be over by the morning it would go out.
            if (!(dueStep > stop))
            {
                rungs.Add(new(StepName.Notify, Role.Caseworker, dueStep, urgent));
            }

            return;
        }

        if (Early(plan, due, counted, from) is { } early && from < early)
        {
            rungs.Add(new(StepName.RemindEarly, row.Duty.Responsible, Reminder(early), urgent));
        }

        if (plan.Remind is { } remind && from <= counted.PlusDays(-remind))
        {
            rungs.Add(new(StepName.Remind, row.Duty.Responsible, Reminder(counted.PlusDays(-remind)), urgent));
        }

        rungs.Add(new(StepName.Due, row.Duty.Responsible, dueStep, urgent));
        LocalDate After(int workingDays) => office.Days.OnOrAfter(DanishCalendar.PlusWorkingDays(LocalDate.Max(due.Day, dueStep), workingDays));
        if (plan.Overdue is { } overdue)
        {
            LocalDate day = After(overdue);
            rungs.Add(new(StepName.Overdue, row.Duty.Responsible, day, false));
            if (row.Duty.Responsible != Role.TeamLeader)
            {
                rungs.Add(new(StepName.Overdue, Role.TeamLeader, day, false));
            }
        }

        if (plan.Escalate is { } escalate)
        {
            rungs.Add(new(StepName.Escalate, Role.TeamLeader, After(escalate), false));
            rungs.Add(new(StepName.Escalate, Role.Manager, After(escalate), false));
        }
    }

    /// <summary>The day of the early reminder: the duty's own where it has one, unless the municipality has set the duty's.</summary>
    private static LocalDate? Early(LadderPlan plan, DueDate due, LocalDate counted, LocalDate from) => plan.RemindEarly switch
    {
        null => null,
        _ when !plan.EarlyIsOwn && due.FirstReminderOn is { } first && first > from => first,
        { } days => counted.PlusDays(-days),
    };
}
