using Rettidig.Domain.Agendas;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Api;

/// <summary>A step of an obligation, sent or to come.</summary>
public sealed record StepLine(
    string Key, string Duty, string Occurrence, string Step, string Role, string Day, string DueOn, string State, string? Recipient, DateTimeOffset? SentAt)
{
    /// <summary>One that is in the ledger.</summary>
    public static StepLine Of(Notice notice) => new(
        notice.Key,
        notice.DutyId,
        notice.Occurrence,
        notice.Step.Text(),
        notice.Role.Text(),
        notice.Day.Iso(),
        notice.Due.Iso(),
        notice.State.ToString(),
        notice.Recipient,
        notice.SentAt?.ToDateTimeOffset());

    /// <summary>One whose day has not come.</summary>
    public static StepLine Of(Step step) => new(
        step.Key, step.DutyId, step.Occurrence, step.Name.Text(), step.Role.Text(), step.Day.Iso(), step.Due.Iso(), "ToCome", null, null);
}
