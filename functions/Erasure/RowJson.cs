using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Rettidig.Functions.Erasure;

/// <summary>A row as it is handed out: every column, and an event as it came.</summary>
internal static class RowJson
{
    private const string TypeMark = "@odata.type";

    private static readonly JsonSerializerOptions Payload = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Of(TableEntity row) => new(row
        .Where(property => property.Key != "odata.etag" && property.Value is not null)
        .Select(property => KeyValuePair.Create(property.Key, ValueOf(property.Value))));

    /// <summary>Rows by the table they are in.</summary>
    public static JsonObject Tables(IEnumerable<HeldRow> rows) => new(rows
        .GroupBy(row => row.Table.Name, StringComparer.Ordinal)
        .Select(table => KeyValuePair.Create(table.Key, (JsonNode?)new JsonArray([.. table.Select(row => Of(row.Row))]))));

    /// <summary>
    /// As it is handed out, so that it can be put back as it was: with the type of each column that JSON has no type for, as
    /// Azure Tables writes it, <c>"At@odata.type": "Edm.DateTime"</c>.
    /// </summary>
    public static JsonObject Typed(TableEntity row)
    {
        JsonObject json = Of(row);
        foreach ((string name, object? value) in row)
        {
            if (TypeOf(value) is { } type && json.ContainsKey(name))
            {
                json[name + TypeMark] = type;
            }
        }

        return json;
    }

    /// <summary>The row as it was.</summary>
    /// <exception cref="FormatException">It is no row.</exception>
    public static TableEntity Row(JsonObject json)
    {
        var row = new TableEntity();
        foreach ((string name, JsonNode? value) in json)
        {
            if (value is not null && name != "Timestamp" && !name.StartsWith("odata.", StringComparison.Ordinal) && !name.EndsWith(TypeMark, StringComparison.Ordinal))
            {
                row[name] = Read(name, value, (string?)json[name + TypeMark]);
            }
        }

        return row.PartitionKey is { Length: > 0 } && row.RowKey is not null ? row : throw new FormatException("A row has no PartitionKey and RowKey.");
    }

    private static string? TypeOf(object? value) => value switch
    {
        byte[] or BinaryData => "Edm.Binary",
        DateTimeOffset or DateTime => "Edm.DateTime",
        long => "Edm.Int64",
        double => "Edm.Double",
        Guid => "Edm.Guid",
        _ => null,
    };

    private static object Read(string name, JsonNode value, string? type)
    {
        try
        {
            return type switch
            {
                "Edm.Binary" => JsonSerializer.SerializeToUtf8Bytes(value, Payload),
                "Edm.DateTime" => value.GetValue<DateTimeOffset>(),
                "Edm.Int64" => value.GetValue<long>(),
                "Edm.Double" => value.GetValue<double>(),
                "Edm.Guid" => value.GetValue<Guid>(),
                null when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
                null when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>(),
                null => value.GetValue<int>(),
                _ => throw new FormatException($"{name} is of the unknown type {type}."),
            };
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException)
        {
            throw new FormatException($"{name} is not {type ?? "text, a number or yes or no"}.", wrong);
        }
    }

    private static JsonNode? ValueOf(object value) => value switch
    {
        byte[] payload => Parsed(payload),
        BinaryData payload => Parsed(payload.ToArray()),
        _ => JsonSerializer.SerializeToNode(value, value.GetType()),
    };

    /// <summary>The only bytes that are kept are events, and events are JSON.</summary>
    private static JsonNode? Parsed(byte[] payload) => JsonNode.Parse(payload);
}
