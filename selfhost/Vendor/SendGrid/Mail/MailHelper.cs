namespace SendGrid.Helpers.Mail;

/// <summary>Makes the usual mails.</summary>
public class MailHelper
{
    public static SendGridMessage CreateSingleEmail(EmailAddress from, EmailAddress to, string subject, string? plainTextContent, string? htmlContent)
    {
        SendGridMessage message = Create(from, plainTextContent, htmlContent);
        message.SetSubject(subject);
        message.AddTo(to);
        return message;
    }

    /// <summary>A mail to each; none sees the others.</summary>
    public static SendGridMessage CreateSingleEmailToMultipleRecipients(EmailAddress from, List<EmailAddress> tos, string subject, string? plainTextContent, string? htmlContent)
    {
        SendGridMessage message = Create(from, plainTextContent, htmlContent);
        message.SetGlobalSubject(subject);
        for (int i = 0; i < tos.Count; i++)
        {
            message.AddTo(tos[i], i);
        }

        return message;
    }

    private static SendGridMessage Create(EmailAddress from, string? plainTextContent, string? htmlContent)
    {
        var message = new SendGridMessage
        {
            PlainTextContent = string.IsNullOrEmpty(plainTextContent) ? null : plainTextContent,
            HtmlContent = string.IsNullOrEmpty(htmlContent) ? null : htmlContent,
        };
        message.SetFrom(from);
        return message;
    }
}
