using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Functions.Api;
using Rettidig.Functions.Explanations;
using Rettidig.Functions.Placements;

namespace Rettidig.Functions.Pages;

/// <summary>One placement for people: where the links in reminders lead.</summary>
public sealed class PlacementPageFunction(PlacementViews views, PlacementNames names, PageRenderer renderer)
{
    private const string NotHere = "Sagen findes ikke her";

    [Function("PlacementPage")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "placements/{municipality}/{placement}")] HttpRequest request,
        string municipality,
        string placement,
        CancellationToken cancellationToken)
    {
        PageLinks links = PageLinks.Of(request);
        if (!AskedDay.TryRead(request, out LocalDate? on))
        {
            return await MessageAsync(new MessageModel("Datoen kan ikke læses", AskedDay.Expected), links, StatusCodes.Status400BadRequest);
        }

        if (!PlacementKey.TryParse($"{municipality}/{placement}", out PlacementKey key))
        {
            return await MessageAsync(new MessageModel(NotHere, PlacementNames.Missing(null)), links, StatusCodes.Status404NotFound);
        }

        return await views.FindAsync(key, on, cancellationToken) is { } view
            ? new HtmlResult(await renderer.RenderAsync<PlacementPage>(Explainer.Of(view), links))
            : await MessageAsync(new MessageModel(NotHere, PlacementNames.Missing(on)) { Nearest = await names.NearAsync(key, cancellationToken) }, links, StatusCodes.Status404NotFound);
    }

    private async Task<IResult> MessageAsync(MessageModel message, PageLinks links, int status) =>
        new HtmlResult(await renderer.RenderAsync<MessagePage>(message, links), status);
}
