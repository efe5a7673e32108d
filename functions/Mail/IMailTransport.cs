namespace Rettidig.Functions.Mail;

/// <summary>Where mail leaves the house: OutboxFolder or SendGridTransport.</summary>
public interface IMailTransport
{
    Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken);
}
