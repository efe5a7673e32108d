using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Rettidig.Domain;
using Rettidig.Functions.Placements;

namespace Rettidig.Functions.Pages;

/// <summary>One placement for people: where the links in reminders lead.</summary>
public sealed class PlacementPageFunction(PlacementViews views, PageRenderer renderer)
{
    [Function("PlacementPage")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "placements/{municipality}/{placement}")] HttpRequest request,
        string municipality,
        string placement,
        CancellationToken cancellationToken)
    {
        PageLinks links = PageLinks.Of(request);
        return PlacementKey.TryParse($"{municipality}/{placement}", out PlacementKey key)
            && await views.FindAsync(key, cancellationToken) is { } view
                ? new HtmlResult(await renderer.RenderAsync<PlacementPage>(PlacementModels.Of(view), links))
                : new HtmlResult(await renderer.RenderAsync<MessagePage>(Missing, links), StatusCodes.Status404NotFound);
    }

    private static MessageModel Missing => new(
        "Sagen findes ikke her",
        "Der er ikke kommet hændelser om den. Se efter, at kommunens tre cifre og sagens reference i adressen er de samme som i fagsystemet.");
}
