using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;

namespace Rettidig.SelfHost.Bus;

/// <summary>
/// The REST data plane of Service Bus, signed: sending, and receiving from queues, subscriptions and their dead-letter
/// queues. Status codes are those of the published pages "Send Message", "Send Message Batch", "Peek-Lock Message",
/// "Receive and Delete Message", "Unlock Message", "Renew-Lock" and "Delete Message".
/// </summary>
public static class BusEndpoints
{
    private static readonly string[] Sources =
    [
        "/{entity}",
        "/{entity}/$deadletterqueue",
        "/{entity}/subscriptions/{subscription}",
        "/{entity}/subscriptions/{subscription}/$deadletterqueue",
    ];

    public static void MapServiceBus(this IEndpointRouteBuilder endpoints, MessageBus bus, BusKey key)
    {
        Map(endpoints, "POST", "/{entity}/messages", "send", SendAsync);
        foreach (string source in Sources)
        {
            string head = source + "/messages/head";
            string locked = source + "/messages/{number:long}/{token:guid}";
            Map(endpoints, "POST", head, "peek-lock", (http, on) => Receiving.PeekLockAsync(http, on, Source(http)));
            Map(endpoints, "DELETE", head, "receive and delete", (http, on) => Receiving.TakeAsync(http, on, Source(http)));
            Map(endpoints, "DELETE", locked, "delete", (http, on) => on.CompleteAsync(Source(http), Token(http)));
            Map(endpoints, "PUT", locked, "unlock", (http, on) => on.AbandonAsync(Source(http), Token(http)));
            Map(endpoints, "POST", locked, "renew lock", (http, on) => on.RenewAsync(Source(http), Token(http)));
        }

        void Map(IEndpointRouteBuilder routes, string method, string path, string name, Func<HttpContext, MessageBus, Task> answer) =>
            routes.MapMethods(path, [method], http => AnswerAsync(http, bus, key, answer)).WithDisplayName("Service Bus: " + name);
    }

    private static async Task AnswerAsync(HttpContext http, MessageBus bus, BusKey key, Func<HttpContext, MessageBus, Task> answer)
    {
        if (SasToken.Refuse(http.Request.Headers.Authorization, new Uri(http.Request.GetEncodedUrl()), key, bus.Time.GetUtcNow()) is { } refusal)
        {
            http.Response.Headers.WWWAuthenticate = "SharedAccessSignature";
            await RefuseAsync(http, StatusCodes.Status401Unauthorized, refusal).ConfigureAwait(false);
            return;
        }

        try
        {
            await answer(http, bus).ConfigureAwait(false);
        }
        catch (BusError error)
        {
            await RefuseAsync(http, StatusOf(error.Kind), $"{error.Kind}: {error.Message}").ConfigureAwait(false);
        }
    }

    private static async Task SendAsync(HttpContext http, MessageBus bus)
    {
        // Taken at once, whatever it says; one that is no timeout is refused here as there.
        _ = RequestTimeout.Of(http.Request);
        await bus.SendAsync((string)http.GetRouteValue("entity")!, await SendRequest.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
        http.Response.StatusCode = StatusCodes.Status201Created;
    }

    private static BusAddress Source(HttpContext http) => new(
        (string)http.GetRouteValue("entity")!,
        (string?)http.GetRouteValue("subscription"),
        http.Request.Path.Value!.Contains("/$deadletterqueue/", StringComparison.OrdinalIgnoreCase));

    private static Guid Token(HttpContext http) => Guid.Parse((string)http.GetRouteValue("token")!);

    private static int StatusOf(BusErrorKind kind) => kind switch
    {
        BusErrorKind.EntityNotFound => StatusCodes.Status410Gone,
        BusErrorKind.TooLarge => StatusCodes.Status403Forbidden,
        BusErrorKind.LockLost or BusErrorKind.MessageNotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>As Service Bus writes it: <c>&lt;Error&gt;&lt;Code&gt;401&lt;/Code&gt;&lt;Detail&gt;…</c></summary>
    private static Task RefuseAsync(HttpContext http, int status, string detail)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml; charset=utf-8";
        var error = new XElement("Error", new XElement("Code", status), new XElement("Detail", detail));
        return http.Response.WriteAsync(error.ToString(SaveOptions.DisableFormatting), Encoding.UTF8, http.RequestAborted);
    }
}
