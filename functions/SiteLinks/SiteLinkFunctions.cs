using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Pages;

namespace Rettidig.Functions.SiteLinks;

/// <summary>
/// Where a placement site lands and answers. Opening a link never acts: mail filters open links too. The link is the
/// key, so no other is asked for.
/// </summary>
public sealed class SiteLinkFunctions(
    SiteLinkSigner signer, SiteAnswerSender sender, PageRenderer renderer, TimeProvider time, ILogger<SiteLinkFunctions> logger)
{
    [Function("SiteLinkPage")]
    public Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "s/{token}")] HttpRequest request, string token)
    {
        ArgumentNullException.ThrowIfNull(request);
        return signer.Read(token, Today()) switch
        {
            SiteLinkReading.Valid valid => PageAsync(Landing(valid.Link, token)),
            SiteLinkReading.Expired expired => PageAsync(SitePage.Expired(expired.On), StatusCodes.Status410Gone),
            _ => PageAsync(SitePage.Forged(), StatusCodes.Status404NotFound),
        };
    }

    [Function("SiteLinkAnswer")]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "s/{token}")] HttpRequest request, string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return signer.Read(token, Today()) switch
        {
            SiteLinkReading.Valid { Link: { Purpose: SiteLinkPurpose.Received or SiteLinkPurpose.Chased } link } => AcceptAsync(link, token, cancellationToken),
            SiteLinkReading.Valid valid => PageAsync(Landing(valid.Link, token)),
            SiteLinkReading.Expired expired => PageAsync(SitePage.Expired(expired.On), StatusCodes.Status410Gone),
            _ => PageAsync(SitePage.Forged(), StatusCodes.Status404NotFound),
        };
    }

    private async Task<IResult> AcceptAsync(SiteLink link, string token, CancellationToken cancellationToken)
    {
        var answer = SiteAnswer.To(link, token, Instant.FromDateTimeOffset(time.GetUtcNow()));
        try
        {
            await sender.SendAsync(answer, cancellationToken);
        }
        catch (ServiceBusException error)
        {
            Log.AnswerNotSent(logger, answer.Id, error);
            return await PageAsync(SitePage.Trouble(), StatusCodes.Status503ServiceUnavailable);
        }

        Log.Answered(logger, link.Placement.Subject, link.Purpose);
        return await PageAsync(link.Purpose == SiteLinkPurpose.Received ? SitePage.ThanksReceived() : SitePage.ThanksChased());
    }

    private SitePage Landing(SiteLink link, string token) => link.Purpose switch
    {
        SiteLinkPurpose.Ask => SitePage.Ask(Answers(link)),
        SiteLinkPurpose.Registered => SitePage.Registered(Answers(link)),
        SiteLinkPurpose.Received => SitePage.Confirm(new SiteButton("Vi har modtaget planen", token)),
        _ => SitePage.Confirm(new SiteButton("Vi mangler planen", token)),
    };

    /// <summary>Each button posts to a link of its own, good for that answer and for as long as this one.</summary>
    private SiteButton[] Answers(SiteLink link)
    {
        var lacking = new SiteButton("Vi mangler planen", signer.Sign(link with { Purpose = SiteLinkPurpose.Chased }), Second: link.Version is not null);
        return link.Version is null
            ? [lacking]
            : [new SiteButton("Vi har modtaget planen", signer.Sign(link with { Purpose = SiteLinkPurpose.Received })), lacking];
    }

    private LocalDate Today() => CopenhagenTime.DateOf(Instant.FromDateTimeOffset(time.GetUtcNow()));

    private async Task<IResult> PageAsync(SitePage page, int status = StatusCodes.Status200OK) =>
        new HtmlResult(await renderer.RenderAsync<SiteLinkPage>(page), status);
}
