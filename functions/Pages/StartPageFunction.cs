using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Rettidig.Functions.Pages;

/// <summary>The start page. Its route takes nothing at all: neither the Functions host nor its worker lets a route be empty or "/".</summary>
public sealed class StartPageFunction(StartFigures figures, PageRenderer renderer)
{
    [Function("StartPage")]
    public async Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "{nothing:maxlength(0)?}")] HttpRequest request, CancellationToken cancellationToken) =>
        new HtmlResult(await renderer.RenderAsync<StartPage>(await figures.ReadAsync(cancellationToken), PageLinks.Of(request)));
}
