using System.Text.Json.Nodes;
using Rettidig.Domain.Events.Contract;

namespace Rettidig.Cli.Schemas;

/// <summary>The events that come in, a schema each, from what their readers ask for.</summary>
internal static class EventSchemas
{
    public const string Draft = "http://json-schema.org/draft-07/schema#";
    private const string Reference = "[A-Za-z0-9._-]{1,40}";

    /// <summary>The file of a schema, from its full type.</summary>
    public static string FileOf(string fullName) => fullName["dk.rettidig.".Length..] + ".json";

    public static JsonObject Of(EventType type)
    {
        JsonObject schema = FieldSchema.Object([.. EventType.Envelope, new EventField("data", true, DataOf(type))]);
        var properties = (JsonObject)schema["properties"]!;
        properties.Insert(0, "specversion", new JsonObject { ["const"] = "1.0" });
        properties.Insert(3, "type", new JsonObject { ["const"] = type.FullName });
        properties.Insert(4, "subject", new JsonObject { ["type"] = "string", ["pattern"] = $"^[0-9]{{3}}/{(type.IsAboutStaff ? "staff/" : "")}{Reference}$" });
        schema["required"] = new JsonArray("specversion", "id", "source", "type", "subject", "time", "data");
        return Head(type.FullName, $"En hændelse ind, på emnet placement-events. Højst {EventType.MaxBytes} byte. Ukendte felter overses; et CPR-nummer afvises.", schema);
    }

    /// <summary>The lines that every schema begins with.</summary>
    public static JsonObject Head(string fullName, string description, JsonObject schema)
    {
        schema.Insert(0, "$schema", Draft);
        schema.Insert(1, "$id", FileOf(fullName));
        schema.Insert(2, "title", fullName);
        schema.Insert(3, "description", description);
        return schema;
    }

    private static FieldShape DataOf(EventType type) => new(FieldKind.Object, "") { Fields = type.Data };
}
