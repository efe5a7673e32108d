using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>
/// Entities as the Table service writes them: JSON, with the EDM type beside each value whose type JSON does not tell.
/// Source: "Payload format for Table service operations".
/// </summary>
internal static class EntityJson
{
    private const string TypeSuffix = "@odata.type";
    private const string MomentFormat = "yyyy-MM-ddTHH:mm:ss.fffffffZ";

    /// <summary>Letters beyond ASCII stay as they are: a body has 4 MiB, and six bytes a letter would use them up.</summary>
    private static readonly JsonWriterOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(string partitionKey, string rowKey, IReadOnlyDictionary<string, object> properties)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plainly))
        {
            json.WriteStartObject();
            json.WriteString(EntityProperty.PartitionKey, partitionKey);
            json.WriteString(EntityProperty.RowKey, rowKey);
            foreach ((string name, object value) in properties)
            {
                WriteProperty(json, name, value);
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The properties of an entity, system properties and ETag among them.</summary>
    public static Dictionary<string, object> Read(JsonElement entity)
    {
        Dictionary<string, string?> types = entity.EnumerateObject()
            .Where(property => property.Name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            .ToDictionary(property => property.Name[..^TypeSuffix.Length], property => property.Value.GetString(), StringComparer.Ordinal);
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (JsonProperty property in entity.EnumerateObject().Where(property => IsValue(property.Name)))
        {
            string? type = property.Name == EntityProperty.Timestamp ? "Edm.DateTime" : types.GetValueOrDefault(property.Name);
            if (ReadValue(property.Value, type) is { } value)
            {
                values[property.Name] = value;
            }
        }

        return values;
    }

    private static bool IsValue(string name) =>
        name == EntityProperty.ETag || !(name.StartsWith("odata.", StringComparison.Ordinal) || name.Contains("@odata.", StringComparison.Ordinal));

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        (string? type, string text) = value switch
        {
            string own => (null, own),
            long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
            DateTimeOffset moment => ("Edm.DateTime", moment.UtcDateTime.ToString(MomentFormat, CultureInfo.InvariantCulture)),
            Guid id => ("Edm.Guid", id.ToString("D")),
            byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
            double number => ("Edm.Double", double.IsFinite(number) ? "" : Infinite(number)),
            _ => (null, ""),
        };
        if (type is not null)
        {
            json.WriteString(name + TypeSuffix, type);
        }

        WriteValue(json, name, value, text);
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object value, string text)
    {
        switch (value)
        {
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case double number when double.IsFinite(number):
                // A whole number without its point is taken for an Int32 by readers that look at the value alone.
                json.WritePropertyName(name);
                json.WriteRawValue(TableOdataFilter.Literal(number));
                break;
            default:
                json.WriteString(name, text);
                break;
        }
    }

    private static string Infinite(double number) => double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";

    private static object? ReadValue(JsonElement value, string? type) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => ReadNumber(value, type),
        _ => ReadText(value.GetString()!, type),
    };

    private static object ReadNumber(JsonElement value, string? type) => type switch
    {
        // The cast keeps each as it is: without it all would become doubles.
        "Edm.Double" => (object)value.GetDouble(),
        "Edm.Int64" => value.GetInt64(),
        _ when value.TryGetInt32(out int number) => number,
        _ => value.GetDouble(),
    };

    private static object ReadText(string text, string? type) => type switch
    {
        "Edm.Int64" => long.Parse(text, CultureInfo.InvariantCulture),
        "Edm.DateTime" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        "Edm.Guid" => Guid.Parse(text),
        "Edm.Binary" => Convert.FromBase64String(text),
        "Edm.Double" => text switch
        {
            "NaN" => double.NaN,
            "Infinity" or "INF" => double.PositiveInfinity,
            "-Infinity" or "-INF" => double.NegativeInfinity,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        },
        _ => text,
    };
}
