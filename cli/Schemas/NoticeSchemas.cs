using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events.Reading;
using Rettidig.Functions.Notices;

namespace Rettidig.Cli.Schemas;

/// <summary>The events that go out, from the type they are written from.</summary>
internal static class NoticeSchemas
{
    public static IReadOnlyList<string> Types { get; } = [NoticeEvent.Due, NoticeEvent.Withdrawn];

    private static readonly JsonSchemaExporterOptions Exported = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    public static JsonObject Of(string type)
    {
        var schema = (JsonObject)NoticeJson.Options.GetJsonSchemaAsNode(typeof(NoticeEvent), Exported);
        var properties = (JsonObject)schema["properties"]!;
        properties["specversion"] = new JsonObject { ["const"] = "1.0" };
        properties["type"] = new JsonObject { ["const"] = type };
        properties["datacontenttype"] = new JsonObject { ["const"] = "application/json" };
        return EventSchemas.Head(type, "En hændelse ud, på emnet notices. Samme source og id igen er den samme hændelse igen.", schema);
    }

    /// <summary>The types that are written by a converter of ours: what it writes.</summary>
    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema) => context.TypeInfo.Type switch
    {
        var type when type == typeof(LocalDate) => new JsonObject { ["type"] = "string", ["format"] = "date" },
        var type when type == typeof(Instant) => new JsonObject { ["type"] = "string", ["format"] = "date-time" },
        var type when type == typeof(StepName) => Words(ChoiceNames<StepName>.All),
        var type when type == typeof(Role) => Words(ChoiceNames<Role>.All),
        _ => schema,
    };

    private static JsonObject Words(IEnumerable<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
}
