namespace Rettidig.Domain.Agendas;

/// <summary>Until a new caseworker has accepted the case, what the caseworker is reminded of goes to the leader too (CW-01).</summary>
internal static class Handover
{
    private const string Duty = "caseworker-handover";

    /// <summary>All steps of the obligations, with the leader's copies.</summary>
    public static IEnumerable<Step> WithLeader(IReadOnlyList<Obligation> obligations)
    {
        Step[] steps = [.. obligations.SelectMany(obligation => obligation.Steps)];
        Obligation? handover = obligations.LastOrDefault(obligation => obligation.DutyId == Duty && obligation.IsOpen);
        if (handover is null)
        {
            return steps;
        }

        IEnumerable<Step> copies = steps
            .Where(step => step.Role == Role.Caseworker && step.DutyId != Duty && step.Name is StepName.RemindEarly or StepName.Remind or StepName.Due && step.Day >= handover.AnchoredOn)
            .Select(step => step with { Role = Role.TeamLeader, Key = step.Key[..^Role.Caseworker.Text().Length] + Role.TeamLeader.Text() });
        return steps.Concat(copies);
    }
}
