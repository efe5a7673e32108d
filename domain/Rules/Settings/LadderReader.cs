using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Rules.Settings;

/// <summary>Reads <c>ladders</c>: when the steps fall, for all duties, for a kind or for a duty.</summary>
internal static class LadderReader
{
    /// <summary>The scopes a ladder can be set for: all, the kinds, and every duty that has a ladder.</summary>
    public static readonly IReadOnlyList<string> Scopes =
        [LadderChoice.All, .. ChoiceNames<DutyKind>.All, .. RuleBook.Standard.Duties.Where(duty => !duty.IsNotice).Select(duty => duty.Id)];

    private static readonly string[] StepNames = [.. LadderChoice.Steps.Select(step => step.Text())];

    public static IReadOnlyDictionary<string, LadderChoice> Read(SettingsNode node) =>
        node.Properties(Scopes, "pligt eller slags pligt med en stige").ToDictionary(
            scope => scope.Name,
            scope => new LadderChoice(scope.Node.Properties(StepNames, "trin på stigen").ToDictionary(step => Step(step.Name), step => Days(step.Node, Step(step.Name), scope.Name))),
            StringComparer.Ordinal);

    /// <summary>The days a step may have.</summary>
    public static (int Least, int Most) RangeOf(StepName step) => step switch
    {
        StepName.RemindEarly => (2, 365),
        StepName.Remind => (1, 180),
        StepName.Overdue => (1, 20),
        _ => (2, 60),
    };

    /// <summary>Reminders may be turned off anywhere; that a leader hears of what the law demands may not.</summary>
    public static bool MayTurnOff(StepName step, string scope) =>
        step is StepName.RemindEarly or StepName.Remind || !(scope == LadderChoice.All || scope == ChoiceNames<DutyKind>.Text(DutyKind.Statute) || IsStatute(scope));

    /// <summary>The steps of every duty climb, whatever scopes its ladder was put together from.</summary>
    public static void CheckOrder(SettingsNode file, MunicipalRules rules)
    {
        foreach (Duty duty in RuleBook.Standard.Duties.Where(duty => !duty.IsNotice && !LadderPlan.For(duty, rules.Ladders).Climbs))
        {
            string scope = new[] { duty.Id, ChoiceNames<DutyKind>.Text(duty.Kind), LadderChoice.All }.First(rules.Ladders.ContainsKey);
            throw (file with { Path = $"$.ladders.{scope}" }).Fault(
                $"gør, at trinnene for {duty.Id} ikke falder efter hinanden: lad remind-early være flere dage end remind, og escalate flere arbejdsdage end overdue");
        }
    }

    private static int? Days(SettingsNode node, StepName step, string scope)
    {
        if (node.IsOff)
        {
            return MayTurnOff(step, scope)
                ? null
                : throw node.Fault("kan ikke slås fra for pligter, der står i loven: skriv et antal arbejdsdage, eller slet linjen");
        }

        (int least, int most) = RangeOf(step);
        return node.WholeNumber(least, most, step is StepName.RemindEarly or StepName.Remind ? "dage før fristen," : "arbejdsdage efter fristen,");
    }

    private static bool IsStatute(string scope) => RuleBook.Standard.Duties.Any(duty => duty.Id == scope && duty.Kind == DutyKind.Statute);

    private static StepName Step(string name) => ChoiceNames<StepName>.Parse(name)!.Value;
}
