namespace Rettidig.Functions.Mail;

/// <summary>The notice to a site as text. Every word here must be harmless to whoever else reads the mailbox.</summary>
internal static class SiteNoticeText
{
    public const string Intro = "Der er en besked til jer. Åbn den her:";
    public const string Doubt = "Er I i tvivl, om mailen er ægte, så spørg den, I normalt taler med, før I åbner linket.";

    public static string Write(SiteNoticeMail mail) => new MailText()
        .Paragraph("Hej").Blank()
        .Paragraph(Intro).Blank()
        .Row(mail.Link.ToString()).Blank()
        .Paragraph(Doubt)
        .ToString();
}
