using System.Net;
using SendGrid;

namespace Rettidig.Functions.Mail;

/// <summary>What SendGrid's answer means for the mail. The body of the answer is not used: it may repeat an address.</summary>
internal static class SendGridAnswer
{
    public static MailOutcome Read(Response response, DateTimeOffset now) => (int)response.StatusCode switch
    {
        >= 200 and < 300 => new MailOutcome.Sent(),
        429 => new MailOutcome.Retry(After(response, now), "SendGrid bad om at vente (429)."),
        >= 500 and var status => new MailOutcome.Retry(After(response, now), $"SendGrid har en fejl ({status}). Mailen forsøges igen."),
        var status => new MailOutcome.Failed(Refusal((HttpStatusCode)status)),
    };

    private static TimeSpan? After(Response response, DateTimeOffset now)
    {
        TimeSpan? wait = response.Headers?.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => null,
        };
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string Refusal(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => "SendGrid afviste mailen som ugyldig (400). Tjek modtagerens adresse og Mail:From.",
        HttpStatusCode.Unauthorized => "SendGrid kender ikke nøglen (401). Sæt en gyldig nøgle i SendGrid:ApiKey.",
        HttpStatusCode.Forbidden => "SendGrid tillader ikke afsenderen (403). Godkend adressen i Mail:From hos SendGrid, og giv nøglen lov til at sende.",
        HttpStatusCode.RequestEntityTooLarge => "SendGrid afviste mailen som for stor (413).",
        _ => $"SendGrid afviste mailen ({(int)status}).",
    };
}
