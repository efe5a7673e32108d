using System.Globalization;
using System.Text.Json;

namespace Rettidig.SelfHost.Bus;

/// <summary>The JSON of the <c>BrokerProperties</c> header, and the properties of one's own beside it. Unknown broker properties are passed over, as Service Bus does.</summary>
internal static class BrokerProperties
{
    public static BusMessage Read(JsonElement properties, byte[] body, string? contentType, IReadOnlyDictionary<string, object> own)
    {
        if (properties.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null))
        {
            throw Bad("BrokerProperties", "a JSON object");
        }

        return new BusMessage
        {
            Body = body,
            ContentType = Text(properties, "ContentType") ?? contentType,
            MessageId = Text(properties, "MessageId") ?? "",
            CorrelationId = Text(properties, "CorrelationId"),
            Subject = Text(properties, "Label") ?? Text(properties, "Subject"),
            To = Text(properties, "To"),
            ReplyTo = Text(properties, "ReplyTo"),
            ReplyToSessionId = Text(properties, "ReplyToSessionId"),
            SessionId = Text(properties, "SessionId"),
            PartitionKey = Text(properties, "PartitionKey"),
            TimeToLive = TimeToLive(properties),
            ScheduledEnqueueTime = Text(properties, "ScheduledEnqueueTimeUtc") is { } scheduled ? Moment(scheduled) : null,
            Properties = own,
        };
    }

    /// <summary>A property of one's own, as the header or the batch gives it: JSON text, number or Boolean.</summary>
    public static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt32(out int small) => small,
        JsonValueKind.Number when value.TryGetInt64(out long large) => large,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        _ => null,
    };

    private static string? Text(JsonElement properties, string name)
    {
        if (properties.ValueKind != JsonValueKind.Object || !properties.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Bad(name, "text");
    }

    private static TimeSpan? TimeToLive(JsonElement properties)
    {
        if (Text(properties, "TimeToLiveTimeSpan") is { } span)
        {
            return TimeSpan.TryParse(span, CultureInfo.InvariantCulture, out TimeSpan life) && life > TimeSpan.Zero ? life : throw Bad("TimeToLiveTimeSpan", "a span above zero, e.g. 00:00:40");
        }

        if (properties.ValueKind != JsonValueKind.Object || !properties.TryGetProperty("TimeToLive", out JsonElement seconds))
        {
            return null;
        }

        return seconds.ValueKind == JsonValueKind.Number && seconds.TryGetDouble(out double number) && number > 0
            ? number < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(number) : null
            : throw Bad("TimeToLive", "a number of seconds above zero");
    }

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment)
            ? moment
            : throw Bad("ScheduledEnqueueTimeUtc", "a moment, e.g. 2026-11-30T07:00:00Z or an HTTP date");

    private static BusError Bad(string name, string expected) => new(BusErrorKind.BadMessage, $"{name} must be {expected}.");
}
