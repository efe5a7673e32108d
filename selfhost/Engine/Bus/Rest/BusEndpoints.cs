using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;

namespace Rettidig.SelfHost.Bus;

/// <summary>The REST data plane of Service Bus, as far as senders need it: <c>POST /{queue or topic}/messages</c>, signed.</summary>
public static class BusEndpoints
{
    public static IEndpointConventionBuilder MapServiceBus(this IEndpointRouteBuilder endpoints, MessageBus bus, BusKey key) =>
        endpoints.MapPost("/{entity}/messages", (HttpContext http, string entity) => SendAsync(http, entity, bus, key)).WithDisplayName("Service Bus: send");

    private static async Task SendAsync(HttpContext http, string entity, MessageBus bus, BusKey key)
    {
        if (SasToken.Refuse(http.Request.Headers.Authorization, new Uri(http.Request.GetEncodedUrl()), key, bus.Time.GetUtcNow()) is { } refusal)
        {
            http.Response.Headers.WWWAuthenticate = "SharedAccessSignature";
            await AnswerAsync(http, StatusCodes.Status401Unauthorized, refusal).ConfigureAwait(false);
            return;
        }

        try
        {
            await bus.SendAsync(entity, await SendRequest.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
            http.Response.StatusCode = StatusCodes.Status201Created;
        }
        catch (BusError error)
        {
            await AnswerAsync(http, StatusOf(error.Kind), $"{error.Kind}: {error.Message}").ConfigureAwait(false);
        }
    }

    private static int StatusOf(BusErrorKind kind) => kind switch
    {
        BusErrorKind.EntityNotFound => StatusCodes.Status410Gone,
        BusErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status400BadRequest,
    };

    private static Task AnswerAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
