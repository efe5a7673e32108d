using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rettidig.SelfHost.Bus;

/// <summary>Answers with a message: its body, its properties in <c>BrokerProperties</c>, one's own as headers.</summary>
internal static class Receiving
{
    private const string Reason = "DeadLetterReason";
    private const string Description = "DeadLetterErrorDescription";

    /// <summary>The next message, locked; <c>Location</c> is where it is deleted, unlocked or renewed. 204 when none comes within the <c>timeout</c>.</summary>
    public static Task PeekLockAsync(HttpContext http, MessageBus bus, BusAddress source) => NextAsync(http, bus, source, delivery =>
    {
        string messages = http.Request.GetEncodedUrl().Split("/head")[0];
        http.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"{messages}/{delivery.SequenceNumber}/{delivery.LockToken}");
        http.Response.StatusCode = StatusCodes.Status201Created;
        return Task.CompletedTask;
    });

    /// <summary>The next message, gone from the queue; 204 when none comes within the <c>timeout</c>.</summary>
    public static Task TakeAsync(HttpContext http, MessageBus bus, BusAddress source) => NextAsync(http, bus, source, async delivery =>
    {
        await bus.CompleteAsync(source, delivery.LockToken).ConfigureAwait(false);
        http.Response.StatusCode = StatusCodes.Status200OK;
    });

    private static async Task NextAsync(HttpContext http, MessageBus bus, BusAddress source, Func<BusDelivery, Task> then)
    {
        if (await WaitAsync(http, bus, source).ConfigureAwait(false) is not { } delivery)
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        await then(delivery).ConfigureAwait(false);
        http.Response.ContentType = delivery.Message.ContentType;
        http.Response.Headers["BrokerProperties"] = JsonSerializer.Serialize(BrokerPropertiesOf(delivery));
        foreach ((string name, object? value) in OwnOf(delivery).Where(property => property.Value is not null && IsHeaderName(property.Key)))
        {
            // JSON writes what is not ASCII as \u…, which is what a header can hold.
            http.Response.Headers[name] = JsonSerializer.Serialize(value, value!.GetType());
        }

        await http.Response.Body.WriteAsync(delivery.Message.Body, http.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>The next message, waited for as long as the request says; null when none came, or the host ends meanwhile.</summary>
    private static async Task<BusDelivery?> WaitAsync(HttpContext http, MessageBus bus, BusAddress source)
    {
        TimeSpan wait = RequestTimeout.Of(http.Request) ?? TimeSpan.Zero;
        CancellationToken stopping = http.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        try
        {
            return (await bus.ReceiveAsync(source, 1, wait, ends.Token).ConfigureAwait(false)).FirstOrDefault();
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            return null;
        }
    }

    private static Dictionary<string, object?> BrokerPropertiesOf(BusDelivery delivery)
    {
        var properties = new Dictionary<string, object?>
        {
            ["DeliveryCount"] = delivery.DeliveryCount,
            ["EnqueuedSequenceNumber"] = delivery.SequenceNumber,
            ["EnqueuedTimeUtc"] = Date(delivery.EnqueuedTime),
            ["LockToken"] = delivery.LockToken,
            ["LockedUntilUtc"] = Date(delivery.LockedUntil!.Value),
            ["MessageId"] = delivery.Message.MessageId,
            ["SequenceNumber"] = delivery.SequenceNumber,
            ["State"] = delivery.State.ToString(),
            ["TimeToLive"] = (delivery.Message.TimeToLive ?? TimeSpan.MaxValue).TotalSeconds,
            ["Label"] = delivery.Message.Subject,
            ["CorrelationId"] = delivery.Message.CorrelationId,
            ["SessionId"] = delivery.Message.SessionId,
            ["PartitionKey"] = delivery.Message.PartitionKey,
            ["To"] = delivery.Message.To,
            ["ReplyTo"] = delivery.Message.ReplyTo,
            ["ReplyToSessionId"] = delivery.Message.ReplyToSessionId,
        };
        return properties.Where(property => property.Value is not null).ToDictionary();
    }

    private static IEnumerable<KeyValuePair<string, object?>> OwnOf(BusDelivery delivery) =>
    [
        .. delivery.Message.Properties.Select(property => KeyValuePair.Create(property.Key, (object?)property.Value)),
        KeyValuePair.Create(Reason, (object?)delivery.DeadLetterReason),
        KeyValuePair.Create(Description, (object?)delivery.DeadLetterDescription),
    ];

    private static string Date(DateTimeOffset moment) => moment.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsHeaderName(string name) => name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
