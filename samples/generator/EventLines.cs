using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Rettidig.Samples;

/// <summary>CloudEvents 1.0 as JSON Lines, in order of time.</summary>
internal static class EventLines
{
    public const string Municipality = "999";
    private const string Source = "urn:example:fagsystem-999";

    private static readonly OffsetDateTimePattern Timestamp = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:sso<+HH:mm>");

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Danish letters stay readable; the file is never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new IsoDate() },
    };

    public static string Write(IEnumerable<EventLine> events)
    {
        var text = new StringBuilder();
        var sorted = events.OrderBy(e => e.Time.ToInstant()).ThenBy(e => e.Subject, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal);
        foreach (var line in sorted)
        {
            text.Append(JsonSerializer.Serialize(Envelope(line), Json)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A moment as people write it in JSON, with the Danish offset of that day.</summary>
    public static string Stamp(ZonedDateTime moment) => Timestamp.Format(moment.ToOffsetDateTime());

    private static object Envelope(EventLine line) => new
    {
        specversion = "1.0",
        id = line.Id,
        source = Source,
        type = $"dk.rettidig.{line.Name}.v1",
        subject = $"{Municipality}/{line.Subject}",
        time = Stamp(line.Time),
        datacontenttype = "application/json",
        data = line.Data,
    };

    private sealed class IsoDate : JsonConverter<LocalDate>
    {
        public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

        public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
            writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
    }
}
