using Rettidig.Domain.Agendas;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>
/// What a municipality has chosen of a ladder: days before due for the reminders, working days after due for the others.
/// What is not in it is taken from the wider choice: a duty's from its kind's, a kind's from that for all.
/// </summary>
/// <param name="Days">By step; null where the step is turned off.</param>
public sealed record LadderChoice(IReadOnlyDictionary<StepName, int?> Days)
{
    /// <summary>As settings name the choice for all duties.</summary>
    public const string All = "all";

    /// <summary>The steps that have a day to choose.</summary>
    public static readonly IReadOnlyList<StepName> Steps = [StepName.RemindEarly, StepName.Remind, StepName.Overdue, StepName.Escalate];
}
