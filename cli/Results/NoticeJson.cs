using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Recipients;

namespace Rettidig.Cli.Results;

/// <summary>A row of <c>notices.jsonl</c>; keys and their order are part of the contract.</summary>
internal static class NoticeJson
{
    private static readonly Dictionary<string, DutyKind> Kinds =
        RuleBook.Standard.Duties.ToDictionary(duty => duty.Id, duty => duty.Kind, StringComparer.Ordinal);

    public static void Write(Utf8JsonWriter json, Notice notice)
    {
        json.WriteString("key", notice.Key);
        json.WriteString("placement", notice.Placement.Subject);
        json.WriteString("duty", notice.DutyId);
        json.WriteString("occurrence", notice.Occurrence);
        json.WriteString("step", notice.Step.Text());
        json.WriteString("kind", KindOf(notice).ToString());
        json.WriteString("recipient", RecipientName.Shown(notice.Recipient));
        json.WriteString("role", notice.Role.Text());
        json.WriteString("dueOn", LocalDatePattern.Iso.Format(notice.Day));
        json.WriteString("sentAt", notice.SentAt is { } sent ? Moment(sent) : null);
        json.WriteBoolean("superseded", notice.State is NoticeState.Superseded or NoticeState.Withdrawn);
    }

    /// <summary>That a decision is missing is no duty of the rule book: telling the operator is good practice.</summary>
    private static DutyKind KindOf(Notice notice) => Kinds.GetValueOrDefault(notice.DutyId, DutyKind.Practice);

    private static string Moment(Instant moment) =>
        OffsetDateTimePattern.Rfc3339.Format(moment.InZone(CopenhagenTime.Zone).ToOffsetDateTime());
}
