using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace Rettidig.Functions.Erasure;

/// <summary>A row as it is handed out: every column, and an event as it came.</summary>
internal static class RowJson
{
    public static JsonObject Of(TableEntity row) => new(row
        .Where(property => property.Key != "odata.etag" && property.Value is not null)
        .Select(property => KeyValuePair.Create(property.Key, ValueOf(property.Value))));

    private static JsonNode? ValueOf(object value) => value switch
    {
        byte[] payload => Parsed(payload),
        BinaryData payload => Parsed(payload.ToArray()),
        _ => JsonSerializer.SerializeToNode(value, value.GetType()),
    };

    /// <summary>The only bytes that are kept are events, and events are JSON.</summary>
    private static JsonNode? Parsed(byte[] payload) => JsonNode.Parse(payload);
}
