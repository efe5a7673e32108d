using System.Globalization;
using System.Text.Json;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Cli.DeadLetters;

/// <summary>An event that was put aside, held under a lock.</summary>
/// <param name="Number">Its sequence number: how a person names it.</param>
/// <param name="MessageId">Given by its sender.</param>
/// <param name="Reason">A code of the contract, or Service Bus's own.</param>
/// <param name="Description">What to do about it.</param>
/// <param name="ArrivedAt">When it came.</param>
/// <param name="Label">What its sender calls it; null for none.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Body">As it came; may hold personal data.</param>
/// <param name="Lock">Where it is deleted or unlocked.</param>
internal sealed record DeadLetter(
    long Number, string MessageId, string Reason, string Description, DateTimeOffset? ArrivedAt, string? Label, string? ContentType, byte[] Body, string Lock)
{
    /// <summary>The id, unless it is what the event was put aside for.</summary>
    public string ShownId => PersonalNumbers.Contains(MessageId) ? "(skjult: ligner et CPR-nummer)" : MessageId;

    public static async Task<DeadLetter> ReadAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        using JsonDocument json = JsonDocument.Parse(Header(answer, "BrokerProperties") ?? "{}");
        JsonElement properties = json.RootElement;
        return new DeadLetter(
            properties.GetProperty("SequenceNumber").GetInt64(),
            Text(properties, "MessageId") ?? "",
            Own(answer, "DeadLetterReason"),
            Own(answer, "DeadLetterErrorDescription"),
            DateTimeOffset.TryParse(Text(properties, "EnqueuedTimeUtc"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment : null,
            Text(properties, "Label"),
            answer.Content.Headers.ContentType?.ToString(),
            await answer.Content.ReadAsByteArrayAsync(cancellation),
            answer.Headers.Location!.PathAndQuery);
    }

    /// <summary>Properties of one's own come as headers, in JSON.</summary>
    private static string Own(HttpResponseMessage answer, string name)
    {
        string text = Header(answer, name) ?? "";
        try
        {
            return text.StartsWith('"') ? JsonSerializer.Deserialize<string>(text)! : text;
        }
        catch (JsonException)
        {
            return text;
        }
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;

    private static string? Text(JsonElement properties, string name) => properties.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
