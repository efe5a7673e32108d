using NodaTime;

namespace Rettidig.Domain.Agendas;

/// <summary>Until a new caseworker has accepted the case, what the caseworker is reminded of goes to the leader too (CW-01).</summary>
internal static class Handover
{
    private const string Duty = "caseworker-handover";

    /// <summary>All steps of the obligations, with the leader's copies.</summary>
    public static IReadOnlyList<Step> WithLeader(IReadOnlyList<Obligation> obligations)
    {
        List<Step> steps = new(obligations.Sum(obligation => obligation.Steps.Count));
        Obligation? handover = null;
        foreach (Obligation obligation in obligations)
        {
            steps.AddRange(obligation.Steps);
            handover = obligation.DutyId == Duty && obligation.IsOpen ? obligation : handover;
        }

        if (handover is not null)
        {
            steps.AddRange(steps.Where(step => IsForLeaderToo(step, handover.AnchoredOn)).Select(step => step with { Role = Role.TeamLeader }).ToArray());
        }

        return steps;
    }

    private static bool IsForLeaderToo(Step step, LocalDate from) =>
        step.Role == Role.Caseworker && step.DutyId != Duty && step.Name is StepName.RemindEarly or StepName.Remind or StepName.Due && step.Day >= from;
}
