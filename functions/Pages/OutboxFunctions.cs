using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Functions.Pages;

/// <summary>The pages that show the folder of mails.</summary>
public sealed class OutboxFunctions(OutboxShelf shelf, PageRenderer renderer)
{
    [Function("OutboxPage")]
    public async Task<IResult> ListAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "outbox")] HttpRequest request)
    {
        string search = request.Query["q"].ToString();
        int number = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : 1;
        return new HtmlResult(await renderer.RenderAsync<OutboxPage>(shelf.List(search, number), PageLinks.Of(request)));
    }

    [Function("OutboxMailPage")]
    public async Task<IResult> ShowAsync([HttpTrigger(AuthorizationLevel.Function, "get", Route = "outbox/{id}")] HttpRequest request, string id) =>
        shelf.Open(id) is { } mail
            ? new HtmlResult(await renderer.RenderAsync<OutboxMailPage>(mail, PageLinks.Of(request)))
            : new HtmlResult(await renderer.RenderAsync<MessagePage>(Missing, PageLinks.Of(request)), StatusCodes.Status404NotFound);

    private static MessageModel Missing => new("Mailen findes ikke", "Den er flyttet eller slettet, eller adressen er skrevet forkert. Find den i udbakken.");
}
