using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Rettidig.SelfHost.Bus;

/// <summary>Reads the messages out of a request: one in the body with its properties in headers, or a batch in JSON.</summary>
internal static class SendRequest
{
    private const string BatchContentType = "application/vnd.microsoft.servicebus.json";

    /// <summary>A batch as a whole may be as large as one message; the wrapping is allowed for.</summary>
    private const int MaxBytes = 2 * BusMessage.MaxBytes;

    public static async Task<IReadOnlyList<BusMessage>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] body = await BodyAsync(request, cancellationToken).ConfigureAwait(false);
        return IsBatch(request.ContentType) ? ReadBatch(body) : [ReadSingle(request, body)];
    }

    private static bool IsBatch(string? contentType) =>
        contentType?.Split(';')[0].Trim().Equals(BatchContentType, StringComparison.OrdinalIgnoreCase) == true;

    private static async Task<byte[]> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        byte[] piece = new byte[16 * 1024];
        while (await request.Body.ReadAsync(piece, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            bytes.Write(piece, 0, read);
            if (bytes.Length > MaxBytes)
            {
                throw new BusError(BusErrorKind.TooLarge, $"A request holds at most {BusMessage.MaxBytes} bytes of messages. Send less at a time.");
            }
        }

        return bytes.ToArray();
    }

    private static BusMessage ReadSingle(HttpRequest request, byte[] body)
    {
        using JsonDocument properties = Parse(request.Headers["BrokerProperties"].ToString() is { Length: > 0 } header ? header : "{}", "The header BrokerProperties");
        return BrokerProperties.Read(properties.RootElement, body, request.ContentType, OwnHeaders(request));
    }

    /// <summary>Service Bus takes headers that HTTP does not know for properties of one's own, with a JSON value; text stands in quotes.</summary>
    private static Dictionary<string, object> OwnHeaders(HttpRequest request)
    {
        var own = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach ((string name, StringValues value) in request.Headers)
        {
            string text = value.ToString();
            bool quoted = text.Length >= 2 && text[0] == '"' && text[^1] == '"';
            if (quoted && !name.StartsWith("If-", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase))
            {
                using JsonDocument json = Parse(text, $"The header {name}");
                own[name] = json.RootElement.GetString()!;
            }
        }

        return own;
    }

    private static List<BusMessage> ReadBatch(byte[] body)
    {
        using JsonDocument batch = Parse(Encoding.UTF8.GetString(body), "The batch");
        if (batch.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new BusError(BusErrorKind.BadMessage, "A batch must be a JSON array of { \"Body\": …, \"BrokerProperties\": { … }, \"UserProperties\": { … } }.");
        }

        List<BusMessage> messages = [.. batch.RootElement.EnumerateArray().Select(ReadEntry)];
        if (messages.Sum(message => (long)message.Body.Length) > BusMessage.MaxBytes)
        {
            throw new BusError(BusErrorKind.TooLarge, $"A batch holds at most {BusMessage.MaxBytes} bytes of messages. Split it.");
        }

        return messages;
    }

    private static BusMessage ReadEntry(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("Body", out JsonElement body) || body.ValueKind != JsonValueKind.String)
        {
            throw new BusError(BusErrorKind.BadMessage, "Every message of a batch must have a Body, as text.");
        }

        var own = new Dictionary<string, object>(StringComparer.Ordinal);
        if (entry.TryGetProperty("UserProperties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                own[property.Name] = BrokerProperties.Value(property.Value)
                    ?? throw new BusError(BusErrorKind.BadMessage, $"The user property {property.Name} must be text, a number or a Boolean.");
            }
        }

        entry.TryGetProperty("BrokerProperties", out JsonElement broker);
        return BrokerProperties.Read(broker, Encoding.UTF8.GetBytes(body.GetString()!), null, own);
    }

    private static JsonDocument Parse(string json, string what)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException malformed)
        {
            throw new BusError(BusErrorKind.BadMessage, $"{what} is not JSON: line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}.");
        }
    }
}
