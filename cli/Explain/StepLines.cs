using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Explanations;

namespace Rettidig.Cli.Explain;

/// <summary>Steps as lines of text; those of one rung that share day and fate share a line.</summary>
internal static class StepLines
{
    /// <param name="steps">By day.</param>
    /// <param name="due">The due day of their obligation; what was sent about an earlier one says so.</param>
    public static IEnumerable<string> Of(IEnumerable<ExplainedStep> steps, LocalDate? due) => steps
        .GroupBy(step => (step.ShownOn, step.Step, step.State, step.Due))
        .Select(together => Line(together.Key.ShownOn, together.Key.Step, together.Key.State, [.. together.Select(Reader)], together.Key.Due == due ? null : together.Key.Due));

    private static string Line(LocalDate day, StepName step, StepState state, string[] readers, LocalDate? earlier)
    {
        string about = earlier is { } due ? $", om fristen {DanishDates.Short(due)}" : "";
        return $"{DanishDates.Short(day)} {DutyWords.Step(step)} {string.Join(" og ", readers)}{DutyWords.After(state)}{about}";
    }

    private static string Reader(ExplainedStep step) => DutyWords.To(step.Role) + (step.Recipient is { } reader ? $" ({reader})" : "");
}
