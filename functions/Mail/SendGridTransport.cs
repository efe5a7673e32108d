using Microsoft.Extensions.Logging;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Rettidig.Functions.Mail;

/// <summary>
/// Sends through SendGrid's v3 API. Links and openings are not tracked: who read what is nobody's business. Where SendGrid
/// asks for a pause, it gets it: until then no mail is handed over.
/// </summary>
public sealed class SendGridTransport(ISendGridClient client, SendGridSettings settings, TimeProvider time, ILogger<SendGridTransport> logger) : IMailTransport
{
    /// <summary>Comes back in SendGrid's delivery events, so that a bounce finds its mail: <see cref="MailMessage.Id"/>.</summary>
    public const string IdArgument = "rettidig_mail";

    private long pausedUntil;

    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        MailOutcome outcome = Pause() ?? await AttemptAsync(message, cancellationToken);
        Log.Outcome(logger, message.Id, outcome);
        return outcome;
    }

    /// <summary>What is left of the pause SendGrid asked for; null when there is none.</summary>
    private MailOutcome.Retry? Pause()
    {
        TimeSpan left = new(Interlocked.Read(ref pausedUntil) - time.GetUtcNow().UtcTicks);
        return left > TimeSpan.Zero ? new MailOutcome.Retry(left, "SendGrid har bedt om en pause, som ikke er forbi.") : null;
    }

    private async Task<MailOutcome> AttemptAsync(MailMessage message, CancellationToken cancellationToken)
    {
        try
        {
            Response response = await client.SendEmailAsync(Envelope(message), cancellationToken);
            MailOutcome outcome = await SendGridAnswer.ReadAsync(response, time.GetUtcNow(), cancellationToken);
            if (outcome is MailOutcome.Retry { After: { } after })
            {
                Interlocked.Exchange(ref pausedUntil, (time.GetUtcNow() + after).UtcTicks);
            }

            return outcome;
        }
        catch (HttpRequestException error) when (NeverArrived(error))
        {
            return new MailOutcome.Retry(null, "SendGrid kan ikke nås. Tjek netværket; mailen forsøges igen.");
        }
        catch (HttpRequestException)
        {
            return new MailOutcome.Ambiguous("Forbindelsen til SendGrid blev afbrudt, før svaret kom.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new MailOutcome.Ambiguous("SendGrid svarede ikke i tide.");
        }
    }

    /// <summary>The connection was never made, so no mail can have gone.</summary>
    private static bool NeverArrived(HttpRequestException error) => error.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private SendGridMessage Envelope(MailMessage message)
    {
        var envelope = new SendGridMessage { Subject = message.Subject };
        envelope.SetFrom(message.From.Address, message.From.Name);
        envelope.AddTo(message.To.Address, message.To.Name);
        envelope.AddContent("text/plain", message.Text);
        envelope.AddContent("text/html", message.Html);
        envelope.AddGlobalHeader("Message-ID", message.MessageId);
        envelope.AddGlobalHeader("Auto-Submitted", "auto-generated");

        // What SendGrid keeps beside the mail: what it is for, and a name that says nothing of anyone.
        envelope.AddCategory($"rettidig-{message.Kind}".ToLowerInvariant());
        envelope.AddGlobalCustomArg(IdArgument, message.Id);
        envelope.SetClickTracking(false, false);
        envelope.SetOpenTracking(false);
        if (settings.Sandbox)
        {
            envelope.SetSandBoxMode(true);
        }

        return envelope;
    }
}
