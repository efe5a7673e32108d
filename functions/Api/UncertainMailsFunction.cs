using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;

namespace Rettidig.Functions.Api;

/// <summary>The mails of which nobody knew whether they went, for scripts and for <c>rettidig doctor</c>.</summary>
public sealed class UncertainMailsFunction(OpenPlacements placements, UncertainMails uncertain)
{
    [Function("UncertainMailsApi")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/mails/uncertain")] HttpRequest request, CancellationToken cancellationToken)
    {
        var mails = new List<ToldMail>();
        foreach (string municipality in await placements.MunicipalitiesAsync(cancellationToken))
        {
            mails.AddRange((await uncertain.ReadAsync(municipality, cancellationToken)).Select(mail => new ToldMail(
                mail.Municipality, mail.At.InZone(CopenhagenTime.Zone).ToDateTimeOffset(), mail.Kind, mail.Recipient, mail.Reason, mail.Fate)));
        }

        return Results.Json(mails.OrderByDescending(mail => mail.At), ApiJson.Options);
    }
}

/// <summary>One of them.</summary>
/// <param name="Municipality">Three digits.</param>
/// <param name="At">When the answer was lost, Copenhagen time.</param>
/// <param name="Kind">What the mail is for.</param>
/// <param name="Recipient">Staff id or <c>operator</c>; absent for a placement site.</param>
/// <param name="Reason">Why nobody knows, in Danish.</param>
/// <param name="Fate">What came of it.</param>
public sealed record ToldMail(string Municipality, DateTimeOffset At, MailKind Kind, string? Recipient, string Reason, UncertainFate Fate);
