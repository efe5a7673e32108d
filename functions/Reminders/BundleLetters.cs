using NodaTime;
using Rettidig.Domain.Events;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Recipients;
using Rettidig.Functions.Settings;
using Rettidig.Functions.Storage;
using Rettidig.Orchestrations.Reminders;

namespace Rettidig.Functions.Reminders;

/// <summary>Turns a bundle into a letter: to staff, to a site, or to the operator.</summary>
internal sealed class BundleLetters(
    RecipientLookups lookups, ReminderItems items, OperatorLetters operators, SiteLetters sites, LinkSettings links, OperatorSettings settings)
{
    /// <summary>The letter, or null where the recipient is no longer known or has no usable address.</summary>
    public async Task<Letter?> WriteAsync(Bundle bundle, IReadOnlyList<Notice> notices, CancellationToken cancellationToken)
    {
        LocalDate day = Dates.ParseDate(bundle.Round[..10]);
        RecipientLookup lookup = await lookups.OpenAsync(bundle.Municipality, day, cancellationToken);
        if (bundle.Recipient == RecipientName.Operator)
        {
            return new Letter(settings.Mailbox, await operators.WriteAsync(bundle.Municipality, day, notices, cancellationToken));
        }

        if (RecipientName.IsSite(bundle.Recipient))
        {
            return await sites.WriteAsync(notices, lookup, cancellationToken);
        }

        return MailboxOf(bundle.Recipient, lookup.Staff) is { } to
            ? new Letter(to, new ReminderMail(day, await items.OfAsync(bundle.Recipient, notices, lookup, cancellationToken), links.Overview, bundle.Urgent))
            : null;
    }

    private Mailbox? MailboxOf(string recipient, StaffDirectory staff)
    {
        if (recipient == RecipientName.OperatorInstead)
        {
            return settings.Mailbox;
        }

        return staff.Find(recipient) is { } member && Mailbox.IsAddress(member.Email) ? Of(member) : null;
    }

    private static Mailbox Of(StaffMember member) => new(member.Email, member.Name);
}
