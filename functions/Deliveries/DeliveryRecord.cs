using Rettidig.Functions.Notices;
using Rettidig.Functions.Recipients;

namespace Rettidig.Functions.Deliveries;

/// <summary>What the ledger says of a notice once the mail service has told what became of its mail.</summary>
internal static class DeliveryRecord
{
    /// <summary>The notice as it then is; null where nothing changes: it was told before, or came too late to matter.</summary>
    public static Notice? After(Notice notice, DeliveryEvent told) => told.Kind switch
    {
        DeliveryKind.Processed when notice.State == NoticeState.Sending => Taken(notice, told),
        DeliveryKind.Deferred when IsUnderway(notice) && (notice.DeferredAt is null || notice.DeferredAt < told.At) => Taken(notice, told) with { DeferredAt = told.At },
        DeliveryKind.Delivered when IsUnderway(notice) => Taken(notice, told) with { State = NoticeState.Delivered, DeliveredAt = told.At },
        DeliveryKind.Bounced or DeliveryKind.Dropped when IsUnderway(notice) || notice.State == NoticeState.Delivered => CameBack(notice, told),
        _ => null,
    };

    private static bool IsUnderway(Notice notice) => notice.State is NoticeState.Sending or NoticeState.Sent;

    /// <summary>Whoever speaks of a mail has it: a send whose answer was lost is settled.</summary>
    private static Notice Taken(Notice notice, DeliveryEvent told) => notice with
    {
        State = NoticeState.Sent,
        SentAt = notice.SentAt ?? told.At,
        Unanswered = 0,
    };

    /// <summary>The next in line gets it, and at once: it is a day late already.</summary>
    private static Notice CameBack(Notice notice, DeliveryEvent told)
    {
        string recipient = notice.Recipient ?? RecipientName.OperatorInstead;
        return notice with
        {
            State = RecipientName.IsOperator(recipient) ? NoticeState.Bounced : NoticeState.Pending,
            Urgent = true,
            SentAt = null,
            DeliveredAt = null,
            FailedAt = told.At,
            Reason = Reason(told),
            Tried = [.. notice.Tried, recipient],
            Unanswered = 0,
        };
    }

    private static string Reason(DeliveryEvent told)
    {
        string what = told.Kind == DeliveryKind.Dropped ? "SendGrid forsøgte ikke: adressen tager ikke imod mail" : "mailen kom tilbage";
        return told.Status is null ? what : $"{what} ({told.Status})";
    }
}
