using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Rettidig.SelfHost.Bus;

/// <summary>Answers with a message: its body, its properties in <c>BrokerProperties</c>, one's own as headers.</summary>
internal static class Receiving
{
    private const string Reason = "DeadLetterReason";
    private const string Description = "DeadLetterErrorDescription";

    /// <summary>The next message, locked; <c>Location</c> is where it is deleted, unlocked or renewed. 204 when there is none now.</summary>
    public static Task PeekLockAsync(HttpContext http, MessageBus bus, BusAddress source) => NextAsync(http, bus, source, delivery =>
    {
        string messages = http.Request.GetEncodedUrl().Split("/head")[0];
        http.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"{messages}/{delivery.SequenceNumber}/{delivery.LockToken}");
        http.Response.StatusCode = StatusCodes.Status201Created;
        return Task.CompletedTask;
    });

    /// <summary>The next message, gone from the queue; 204 when there is none now.</summary>
    public static Task TakeAsync(HttpContext http, MessageBus bus, BusAddress source) => NextAsync(http, bus, source, async delivery =>
    {
        await bus.CompleteAsync(source, delivery.LockToken).ConfigureAwait(false);
        http.Response.StatusCode = StatusCodes.Status200OK;
    });

    private static async Task NextAsync(HttpContext http, MessageBus bus, BusAddress source, Func<BusDelivery, Task> then)
    {
        if ((await bus.ReceiveAsync(source).ConfigureAwait(false)).FirstOrDefault() is not { } delivery)
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
