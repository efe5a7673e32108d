using NodaTime;
using Rettidig.Samples.Cases;

namespace Rettidig.Samples.Stories;

/// <summary>Other support to the parents: assessed, decided, begun.</summary>
internal static class ParentSupportStory
{
    private static readonly string[] Kinds = ["familiebehandling", "samtaleterapi", "misbrugsbehandling", "hjemmevejledning", "parterapi"];

    /// <returns>The day support was granted, if ever.</returns>
    public static LocalDate? Tell(CasePlan plan, CaseLog log, Dice dice)
    {
        var assessed = WorkDays.OnOrAfter(plan.Started.PlusDays(dice.Between(5, 45)));
        if (plan.Family.Assessed)
        {
            log.Tell("parent-support.assessed", assessed, new { assessedOn = assessed });
        }

        if (plan.Family.Support == ParentSupport.Undecided)
        {
            return null;
        }

        var decided = WorkDays.OnOrAfter(assessed.PlusDays(dice.Between(0, 40)));
        var granted = plan.Family.Support == ParentSupport.Granted;
        string[]? kinds = granted ? [.. dice.Shuffle(Kinds).Take(dice.Between(1, 2))] : null;
        log.Tell("parent-support.decided", decided, new { decidedOn = decided, outcome = Outcome(plan.Family.Support), kinds });
        Begin(log, dice, decided, kinds ?? []);
        return granted ? decided : null;
    }

    private static string Outcome(ParentSupport support) => support switch
    {
        ParentSupport.Granted => "granted",
        ParentSupport.Refused => "refused",
        _ => "not-needed",
    };

    private static void Begin(CaseLog log, Dice dice, LocalDate decided, IEnumerable<string> kinds)
    {
        foreach (var kind in kinds.Where(_ => dice.Percent(80)))
        {
            var started = WorkDays.OnOrAfter(decided.PlusDays(dice.Between(4, 55)));
            log.Tell("parent-support.started", started, new { startedOn = started, kind });
        }
    }
}
