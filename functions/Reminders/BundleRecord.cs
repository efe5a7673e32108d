using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Recipients;
using Rettidig.Orchestrations.Reminders;

namespace Rettidig.Functions.Reminders;

/// <summary>What the ledger says of a notice before and after a mail with it.</summary>
internal static class BundleRecord
{
    /// <summary>A mail with it is about to be handed over. An attempt that ended without a record is counted as one without an answer.</summary>
    public static Notice Sending(Notice notice, Bundle bundle, Instant now) => notice with
    {
        State = NoticeState.Sending,
        SendingAt = notice.Mail == bundle.Key ? notice.SendingAt ?? now : now,
        Attempts = notice.Attempts + 1,
        Ambiguous = notice.Ambiguous + (DiedUnderWay(notice) ? 1 : 0),
        Unanswered = notice.Unanswered + (DiedUnderWay(notice) ? 1 : 0),
        InFlight = true,
        Recipient = bundle.Recipient,
        Mail = bundle.Key,
    };

    /// <summary>Whether the process ended while a mail with it was being sent. Before it was noted, only the first time could be told.</summary>
    public static bool DiedUnderWay(Notice found) => found.State == NoticeState.Sending && (found.InFlight || found.Unanswered == 0);

    /// <summary>Whether it has gone without an answer as often as it may: it is not handed over again to this recipient.</summary>
    public static bool IsSpent(Notice marked) => marked.Unanswered > 1;

    /// <summary>The mail service cannot take it now: it waits.</summary>
    public static Notice Waiting(Notice notice) => notice with { State = NoticeState.Pending, InFlight = false };

    /// <summary>The mail service has it. A site's notice that only the operator could be told of has failed all the same.</summary>
    public static Notice Sent(Notice notice, Instant now) =>
        notice.Role == Role.Site && RecipientName.IsOperator(notice.Recipient!)
            ? notice with { State = NoticeState.Failed, FailedAt = now, Reason = notice.Reason ?? "ingen adresse", InFlight = false }
            : notice with { State = NoticeState.Sent, SentAt = now, InFlight = false };

    /// <summary>The mailbox refused it: the next in line gets it; after the operator there is none.</summary>
    public static Notice Refused(Notice notice, string recipient, string reason, Instant now) => notice with
    {
        State = RecipientName.IsOperator(recipient) ? NoticeState.Failed : NoticeState.Pending,
        FailedAt = now,
        Reason = reason,
        Tried = [.. notice.Tried, recipient],
        Unanswered = 0,
        InFlight = false,
    };

    /// <summary>Nobody knows whether the mail went. It counts as being sent, so that it goes once more, unless the mail service says first what became of it.</summary>
    public static Notice Unanswered(Notice notice, string reason) => notice with
    {
        Ambiguous = notice.Ambiguous + 1,
        Unanswered = notice.Unanswered + 1,
        InFlight = false,
        Reason = reason,
    };
}
