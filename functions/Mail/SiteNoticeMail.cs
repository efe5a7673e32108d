namespace Rettidig.Functions.Mail;

/// <summary>
/// A link, and nothing else: the mailbox may be private, shared, or read over a shoulder. There is no field here
/// that could carry a reference, a name, a date of the case or a word about what it is.
/// </summary>
/// <param name="Link">A signed link, see <see cref="SiteLinks.SiteLinkSigner"/>.</param>
public sealed record SiteNoticeMail(Uri Link) : MailContent
{
    public override MailKind Kind => MailKind.SiteNotice;

    public override string Subject => "Der er en besked til jer";

    internal override Type Component => typeof(SiteNoticeView);

    internal override string WriteText(Mailbox to) => SiteNoticeText.Write(this);
}
