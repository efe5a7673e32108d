using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>The ladder of one duty in one municipality. A step that is null is turned off.</summary>
/// <param name="RemindEarly">Days before due.</param>
/// <param name="Remind">Days before due.</param>
/// <param name="Overdue">Working days after due.</param>
/// <param name="Escalate">Working days after due.</param>
public sealed record LadderPlan(int? RemindEarly, int? Remind, int? Overdue, int? Escalate)
{
    /// <summary>The ladder of duties.md.</summary>
    public static readonly LadderPlan Standard = new(14, 3, 1, 10);

    /// <summary>Whether the municipality has set the early reminder for this very duty; then that goes before the duty's own.</summary>
    public bool EarlyIsOwn { get; init; }

    /// <summary>The steps climb: no step lies on or before a lower one.</summary>
    public bool Climbs => !(Remind >= RemindEarly) && !(Escalate <= Overdue);

    /// <summary>The ladder of a duty: the narrowest choice there is of each step.</summary>
    public static LadderPlan For(Duty duty, IReadOnlyDictionary<string, LadderChoice> choices)
    {
        if (choices.Count == 0)
        {
            return Standard;
        }

        LadderPlan plan = Standard;
        foreach (string scope in new[] { LadderChoice.All, ChoiceNames<DutyKind>.Text(duty.Kind), duty.Id })
        {
            plan = choices.TryGetValue(scope, out LadderChoice? choice) ? plan.With(choice) : plan;
        }

        return plan with { EarlyIsOwn = choices.TryGetValue(duty.Id, out LadderChoice? own) && own.Days.ContainsKey(StepName.RemindEarly) };
    }

    private LadderPlan With(LadderChoice choice) => new(
        choice.Days.TryGetValue(StepName.RemindEarly, out int? early) ? early : RemindEarly,
        choice.Days.TryGetValue(StepName.Remind, out int? remind) ? remind : Remind,
        choice.Days.TryGetValue(StepName.Overdue, out int? overdue) ? overdue : Overdue,
        choice.Days.TryGetValue(StepName.Escalate, out int? escalate) ? escalate : Escalate);
}
