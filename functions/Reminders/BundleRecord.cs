using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Recipients;
using Rettidig.Orchestrations.Reminders;

namespace Rettidig.Functions.Reminders;

/// <summary>What the ledger says of a notice before and after a mail with it.</summary>
internal static class BundleRecord
{
    /// <summary>A mail with it is about to be handed over.</summary>
    public static Notice Sending(Notice notice, Bundle bundle, Instant now) => notice with
    {
        State = NoticeState.Sending,
        SendingAt = notice.Mail == bundle.Key ? notice.SendingAt ?? now : now,
        Attempts = notice.Attempts + 1,
        Ambiguous = notice.Ambiguous + (IsCountedAlready(notice) ? 0 : 1),
        Recipient = bundle.Recipient,
        Mail = bundle.Key,
    };

    /// <summary>The mail service has it. A site's notice that only the operator could be told of has failed all the same.</summary>
    public static Notice Sent(Notice notice, Instant now) =>
        notice.Role == Role.Site && RecipientName.IsOperator(notice.Recipient!)
            ? notice with { State = NoticeState.Failed, FailedAt = now, Reason = notice.Reason ?? "ingen adresse" }
            : notice with { State = NoticeState.Sent, SentAt = now };

    /// <summary>The mailbox refused it: the next in line gets it; after the operator there is none.</summary>
    public static Notice Refused(Notice notice, string recipient, string reason, Instant now) => notice with
    {
        State = RecipientName.IsOperator(recipient) ? NoticeState.Failed : NoticeState.Pending,
        FailedAt = now,
        Reason = reason,
        Tried = [.. notice.Tried, recipient],
        Unanswered = 0,
    };

    /// <summary>Nobody knows whether the mail went. It counts as being sent, so that it goes once more, unless the mail service says first what became of it.</summary>
    public static Notice Unanswered(Notice notice, string reason) => notice with
    {
        Ambiguous = notice.Ambiguous + 1,
        Unanswered = notice.Unanswered + 1,
        Reason = reason,
    };

    /// <summary>An attempt that ended without a record, because the process did, is counted when the next one finds it.</summary>
    private static bool IsCountedAlready(Notice notice) => notice.State != NoticeState.Sending || notice.Unanswered > 0;
}
