using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Compat.Functions;

/// <summary>Answers requests by an HTTP function.</summary>
internal sealed class HttpFunctionEndpoint(FunctionEntry function, AuthorizationLevel level, AccessToken token, ILogger log)
{
    public async Task AnswerAsync(HttpContext http)
    {
        if (level != AuthorizationLevel.Anonymous && !KeyRequest.Passes(http, token))
        {
            await KeyRequest.RefuseAsync(http);
            return;
        }

        try
        {
            await RunAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (ParameterConversionException unreadable)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, unreadable.Message);
        }
        catch (BadHttpRequestException bad)
        {
            await RefuseAsync(http, bad.StatusCode, bad.Message);
        }
        catch (Exception failure)
        {
            HttpLog.FunctionFailed(log, function.Name, failure);
            await RefuseAsync(http, StatusCodes.Status500InternalServerError, null);
        }
    }

    private async Task RunAsync(HttpContext http)
    {
        var invocation = new FunctionInvocation(http.Request, http.RequestAborted)
        {
            Services = http.RequestServices,
            BindingData = http.Request.RouteValues,
        };
        invocation.Features.Set(http);
        switch (await function.InvokeAsync(invocation))
        {
            case IResult result:
                await result.ExecuteAsync(http);
                break;
            case IActionResult result:
                await result.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new ActionDescriptor()));
                break;
        }
    }

    private static async Task RefuseAsync(HttpContext http, int status, string? reason)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = status;
        if (reason is not null)
        {
            await http.Response.WriteAsync(reason);
        }
    }
}
