using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Reading;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Notices;

/// <summary>How a notice stands in its row.</summary>
internal static class NoticeRows
{
    public static TableEntity ToRow(this Notice notice) => new(notice.Placement.Partition, notice.Row)
    {
        // First come those that every look asks for.
        ["State"] = notice.State.ToString(),
        ["Untold"] = notice.Untold,
        ["Duty"] = notice.DutyId,
        ["Occurrence"] = notice.Occurrence,
        ["Due"] = notice.Due.Iso(),
        ["Step"] = notice.Step.Text(),
        ["Role"] = notice.Role.Text(),
        ["Site"] = notice.Site,
        ["Day"] = notice.Day.Iso(),
        ["Urgent"] = notice.Urgent,
        ["CreatedAt"] = notice.CreatedAt.ToDateTimeOffset(),
        ["SendingAt"] = notice.SendingAt?.ToDateTimeOffset(),
        ["SentAt"] = notice.SentAt?.ToDateTimeOffset(),
        ["DeliveredAt"] = notice.DeliveredAt?.ToDateTimeOffset(),
        ["DeferredAt"] = notice.DeferredAt?.ToDateTimeOffset(),
        ["FailedAt"] = notice.FailedAt?.ToDateTimeOffset(),
        ["Attempts"] = notice.Attempts,
        ["Ambiguous"] = notice.Ambiguous,
        ["Unanswered"] = notice.Unanswered,
        ["Recipient"] = notice.Recipient,
        ["Tried"] = notice.Tried.Count == 0 ? null : string.Join(' ', notice.Tried),
        ["Reason"] = notice.Reason,
        ["Mail"] = notice.Mail,
    };

    public static Notice ToNotice(this TableEntity row) => new()
    {
        Placement = PlacementKey.Parse(row.PartitionKey),
        Key = KeyOf(row),
        DutyId = row.Text("Duty"),
        Occurrence = row.Text("Occurrence"),
        Due = Dates.ParseDate(row.Text("Due")),
        Step = StepOf(row.Text("Step")),
        Role = RoleOf(row.Text("Role")),
        Site = row.GetString("Site"),
        Day = Dates.ParseDate(row.Text("Day")),
        Urgent = row.GetBoolean("Urgent") ?? false,
        State = StateOf(row),
        CreatedAt = row.GetInstant("CreatedAt")!.Value,
        SendingAt = row.GetInstant("SendingAt"),
        SentAt = row.GetInstant("SentAt"),
        DeliveredAt = row.GetInstant("DeliveredAt"),
        DeferredAt = row.GetInstant("DeferredAt"),
        FailedAt = row.GetInstant("FailedAt"),
        Attempts = row.GetInt32("Attempts") ?? 0,
        Ambiguous = row.GetInt32("Ambiguous") ?? 0,
        Unanswered = row.GetInt32("Unanswered") ?? 0,
        Recipient = row.GetString("Recipient"),
        Tried = row.GetString("Tried")?.Split(' ') ?? [],
        Reason = row.GetString("Reason"),
        Mail = row.GetString("Mail"),
        Untold = IsUntold(row),
        ETag = row.ETag,
    };

    public static string KeyOf(TableEntity row) => string.Concat(row.PartitionKey, ":", row.RowKey);

    public static NoticeState StateOf(TableEntity row) => Enum.Parse<NoticeState>(row.Text("State"));

    public static bool IsUntold(TableEntity row) => row.GetBoolean("Untold") ?? false;

    public static Role RoleOf(string text) => Known<Role>(text);

    private static StepName StepOf(string text) => Known<StepName>(text);

    private static T Known<T>(string text)
        where T : struct, Enum => ChoiceNames<T>.Parse(text) ?? throw new InvalidOperationException($"Bug in the ledger: expected a {typeof(T).Name}, found '{text}'. A newer program must know what an older one wrote.");
}
