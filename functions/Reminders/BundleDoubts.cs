using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Recipients;
using Rettidig.Orchestrations.Reminders;

namespace Rettidig.Functions.Reminders;

/// <summary>Tells of the mails with notices of which nobody knew whether they went.</summary>
internal sealed class BundleDoubts(UncertainMails uncertain)
{
    public Task NoteAsync(Bundle bundle, string mail, string reason, CancellationToken cancellationToken) =>
        uncertain.NoteAsync(bundle.Municipality, mail, KindOf(bundle), bundle.Recipient, reason, cancellationToken);

    /// <summary>Mails that were being sent when the process died: notices were found marked, and no answer is recorded.</summary>
    /// <param name="bundle">What goes now.</param>
    /// <param name="before">Its notices as they were found.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task NoteDeathsAsync(Bundle bundle, IEnumerable<Notice> before, CancellationToken cancellationToken)
    {
        foreach (string mail in MailsOf(before.Where(notice => notice is { State: NoticeState.Sending, Unanswered: 0 })))
        {
            await NoteAsync(bundle, mail, UncertainMails.Died, cancellationToken);
        }
    }

    /// <summary>What came of the mails that the notices were in before.</summary>
    /// <param name="bundle">What goes now.</param>
    /// <param name="before">Its notices as they were found.</param>
    /// <param name="fate">What came of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SettleAsync(Bundle bundle, IEnumerable<Notice> before, UncertainFate fate, CancellationToken cancellationToken)
    {
        foreach (string mail in MailsOf(before.Where(notice => notice.State == NoticeState.Sending || notice.Ambiguous > 0)))
        {
            await uncertain.SettleAsync(bundle.Municipality, MailMessage.IdOf(mail), fate, cancellationToken);
        }
    }

    private static IEnumerable<string> MailsOf(IEnumerable<Notice> notices) => notices.Select(notice => notice.Mail).OfType<string>().Distinct(StringComparer.Ordinal);

    private static MailKind KindOf(Bundle bundle) =>
        bundle.Recipient == RecipientName.Operator ? MailKind.Operator
        : RecipientName.IsSite(bundle.Recipient) ? MailKind.SiteNotice
        : bundle.Urgent ? MailKind.Urgent
        : MailKind.Reminder;
}
