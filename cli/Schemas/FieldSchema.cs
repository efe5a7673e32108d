using System.Text.Json.Nodes;
using Rettidig.Domain.Events.Contract;

namespace Rettidig.Cli.Schemas;

/// <summary>What a field must hold, as JSON Schema (draft 07) says it.</summary>
internal static class FieldSchema
{
    /// <summary>A date that exists, of the years 1900 to 2200.</summary>
    private const string DatePattern = "^(19[0-9]{2}|2[01][0-9]{2}|2200)-[0-9]{2}-[0-9]{2}$";

    /// <summary>RFC 3339 in capitals.</summary>
    private const string TimestampPattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$";

    private const int HoursOfAMonth = 744;

    /// <summary>An object with these fields; others are passed over.</summary>
    public static JsonObject Object(IReadOnlyList<EventField> fields) => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray([.. fields.Where(field => field.Required).Select(field => (JsonNode)field.Name)]),
        ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Of(field)))),
    };

    /// <summary>A field: one that need not be there may be null too.</summary>
    private static JsonObject Of(EventField field)
    {
        JsonObject schema = Of(field.Shape);
        return field.Required ? schema : new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
    }

    private static JsonObject Of(FieldShape shape) => shape.Kind switch
    {
        FieldKind.Date => Text("date", DatePattern),
        FieldKind.Timestamp => Text("date-time", TimestampPattern),
        FieldKind.Flag => new JsonObject { ["type"] = "boolean" },
        FieldKind.Count => new JsonObject { ["anyOf"] = new JsonArray(WholeNumber(), new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{1,9}$" }) },
        FieldKind.Hours => new JsonObject { ["type"] = "number", ["minimum"] = 0, ["maximum"] = HoursOfAMonth },
        FieldKind.Reference => new JsonObject { ["type"] = "string", ["pattern"] = shape.Pattern },
        FieldKind.Email => new JsonObject { ["type"] = "string", ["pattern"] = shape.Pattern, ["maxLength"] = shape.Longest },
        FieldKind.Choice => new JsonObject { ["enum"] = new JsonArray([.. shape.Words.Select(word => (JsonNode)word)]) },
        FieldKind.List => new JsonObject { ["type"] = "array", ["items"] = Of(shape.Item!) },
        FieldKind.Object => Object(shape.Fields),
        _ => FreeText(shape),
    };

    private static JsonObject Text(string format, string pattern) => new() { ["type"] = "string", ["format"] = format, ["pattern"] = pattern };

    private static JsonObject WholeNumber() => new() { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = int.MaxValue };

    private static JsonObject FreeText(FieldShape shape)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (shape.Shortest > 0)
        {
            schema["minLength"] = shape.Shortest;
        }

        if (shape.Longest < int.MaxValue)
        {
            schema["maxLength"] = shape.Longest;
        }

        return schema;
    }
}
