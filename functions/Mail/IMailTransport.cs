namespace Rettidig.Functions.Mail;

/// <summary>Where mail leaves the house: <see cref="OutboxFolder"/> or <see cref="SendGridTransport"/>.</summary>
public interface IMailTransport
{
    Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken);
}
