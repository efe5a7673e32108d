using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Deliveries;

/// <summary>Reads what SendGrid's event webhook posts: a JSON list. Events of other mail, and of kinds that change nothing here, are passed over.</summary>
public static partial class DeliveryEventReader
{
    /// <exception cref="JsonException">It is not a list of objects.</exception>
    public static IReadOnlyList<DeliveryEvent> Read(ReadOnlyMemory<byte> body)
    {
        using JsonDocument posted = JsonDocument.Parse(body);
        return posted.RootElement.ValueKind == JsonValueKind.Array
            ? [.. posted.RootElement.EnumerateArray().Select(ReadOne).OfType<DeliveryEvent>()]
            : throw new JsonException("Expected a list of events.");
    }

    private static DeliveryEvent? ReadOne(JsonElement posted)
    {
        if (posted.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("Expected every event to be an object.");
        }

        return Text(posted, SendGridTransport.IdArgument) is { } mail && MailId().IsMatch(mail)
            && KindOf(Text(posted, "event")) is { } kind
            && posted.TryGetProperty("timestamp", out JsonElement at) && at.TryGetInt64(out long seconds)
            && seconds is > 0 and < 253_402_300_800
                ? new DeliveryEvent(mail, kind, Instant.FromUnixTimeSeconds(seconds), StatusOf(posted))
                : null;
    }

    private static DeliveryKind? KindOf(string? name) => name switch
    {
        "processed" => DeliveryKind.Processed,
        "deferred" => DeliveryKind.Deferred,
        "delivered" => DeliveryKind.Delivered,
        "bounce" or "blocked" => DeliveryKind.Bounced,
        "dropped" => DeliveryKind.Dropped,
        _ => null,
    };

    private static string? StatusOf(JsonElement posted) => Text(posted, "status") is { } status && Status().IsMatch(status) ? status : null;

    private static string? Text(JsonElement posted, string name) =>
        posted.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"\A[0-9a-f]{20}\z")]
    private static partial Regex MailId();

    [GeneratedRegex(@"\A[245]\.\d{1,3}\.\d{1,3}\z")]
    private static partial Regex Status();
}
