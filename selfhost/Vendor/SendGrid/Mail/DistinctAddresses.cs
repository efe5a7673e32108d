using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Writes every mailbox once: SendGrid refuses a mail that names one twice.</summary>
internal sealed class DistinctAddresses : JsonConverter<List<EmailAddress>>
{
    public override List<EmailAddress>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<EmailAddress[]>(ref reader, options)?.ToList();

    public override void Write(Utf8JsonWriter writer, List<EmailAddress> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Distinct().ToArray(), options);
}
