using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Recipients;

namespace Rettidig.Functions.Explanations;

/// <summary>The steps of a placement: those in the ledger, and of those to come the ones that are not. What fell away before it was sent is left out.</summary>
internal static class ExplainedSteps
{
    /// <summary>By day, then height on the ladder, then role.</summary>
    public static IReadOnlyList<ExplainedStep> Of(PlacementView view)
    {
        HashSet<string> known = [.. view.Notices.Select(notice => notice.Key)];
        IEnumerable<ExplainedStep> steps = view.Notices
            .Where(notice => notice.State != NoticeState.Withdrawn)
            .Select(Of)
            .Concat(view.Agenda.Steps.Where(step => !known.Contains(step.Key)).Select(step => Of(step, view.Agenda.Steps)));
        return [.. steps.OrderBy(step => step.ShownOn).ThenBy(step => step.Step).ThenBy(step => step.Role).ThenBy(step => step.Key, StringComparer.Ordinal)];
    }

    /// <summary>Of several rungs of one obligation that fall on a day, only the highest will go.</summary>
    private static ExplainedStep Of(Step step, IReadOnlyList<Step> all)
    {
        bool isOutdone = step.Rank >= 0 && all.Any(other =>
            other.Rank > step.Rank && other.Day == step.Day && (other.DutyId, other.Occurrence, other.Due) == (step.DutyId, step.Occurrence, step.Due));
        return new ExplainedStep(
            step.Key, step.DutyId, step.Occurrence, step.Name, step.Role, step.Day, step.Due, isOutdone ? StepState.Superseded : StepState.ToCome);
    }

    private static ExplainedStep Of(Notice notice) => new(
        notice.Key,
        notice.DutyId,
        notice.Occurrence,
        notice.Step,
        notice.Role,
        notice.Day,
        notice.Due,
        notice.State switch
        {
            NoticeState.Sending when notice.Ambiguous > 0 => StepState.Uncertain,
            NoticeState.Sent or NoticeState.Delivered when notice.Ambiguous > 0 => StepState.SentTwice,
            NoticeState.Sent => StepState.Sent,
            NoticeState.Delivered => StepState.Delivered,
            NoticeState.Superseded => StepState.Superseded,
            NoticeState.Bounced or NoticeState.Failed => StepState.Failed,
            _ => StepState.ToCome,
        },
        notice.SentAt is null ? null : RecipientName.Shown(notice.Recipient),
        notice.SentAt?.InZone(CopenhagenTime.Zone).ToDateTimeOffset());
}
