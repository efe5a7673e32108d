namespace Rettidig.Functions.Mail;

/// <summary>Where mail leaves the house: <see cref="OutboxFolder"/>, <see cref="SendGridTransport"/> or <see cref="SmtpTransport"/>.</summary>
public interface IMailTransport
{
    Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken);
}
