using System.Text.Json.Nodes;
using Rettidig.Domain.Events.Contract;

namespace Rettidig.Unit.Tests.Schemas;

/// <summary>Events of a type: one that is right, and one for each way in which a field can be right or wrong.</summary>
internal static class EventVariants
{
    public static IEnumerable<string> Of(EventType type)
    {
        yield return Event(type, Good(type.Data)).ToJsonString();
        foreach (string subject in new[] { "P-7", "101:P-7", "101/P 7", "1010/P-7", "101/staff/P-7/8" })
        {
            JsonObject wrong = Event(type, Good(type.Data));
            wrong["subject"] = subject;
            yield return wrong.ToJsonString();
        }

        foreach (Action<JsonObject> change in Changes(type.Data))
        {
            JsonObject data = Good(type.Data);
            change(data);
            yield return Event(type, data).ToJsonString();
        }

        foreach (Action<JsonObject> change in Changes([.. EventType.Envelope, new EventField("data", true, new FieldShape(FieldKind.Object, ""))]))
        {
            JsonObject whole = Event(type, Good(type.Data));
            change(whole);
            yield return whole.ToJsonString();
        }
    }

    private static JsonObject Event(EventType type, JsonObject data) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = "1",
        ["source"] = "urn:example",
        ["type"] = type.FullName,
        ["subject"] = type.IsAboutStaff ? "101/staff/" + GoodValue(new FieldShape(FieldKind.Reference, "")) : "101/P-7",
        ["time"] = "2026-03-02T12:00:00+01:00",
        ["data"] = data,
        ["unknown"] = "is passed over",
    };

    private static IEnumerable<Action<JsonObject>> Changes(IReadOnlyList<EventField> fields)
    {
        foreach (EventField field in fields)
        {
            yield return data => data.Remove(field.Name);
            yield return data => data[field.Name] = null;
            foreach (string value in OtherValues(field.Shape))
            {
                yield return data => data[field.Name] = JsonNode.Parse(value);
            }

            foreach (Action<JsonObject> inner in Changes(field.Shape.Fields))
            {
                yield return data => inner((JsonObject)data[field.Name]!);
            }
        }
    }

    private static JsonObject Good(IEnumerable<EventField> fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, GoodValue(field.Shape))));

    private static JsonNode? GoodValue(FieldShape shape) => shape.Kind switch
    {
        FieldKind.Date => "2026-03-02",
        FieldKind.Timestamp => "2026-03-02T10:15:00.5Z",
        FieldKind.Flag => true,
        FieldKind.Count => 3,
        FieldKind.Hours => 7.5,
        FieldKind.Text => "tekst",
        FieldKind.Reference => "Ab-1.x_2",
        FieldKind.Email => "navn@kommune.dk",
        FieldKind.Choice => shape.Words[0],
        FieldKind.List => new JsonArray(GoodValue(shape.Item!)),
        _ => Good(shape.Fields),
    };

    /// <summary>As JSON. Some of them are right.</summary>
    private static string[] OtherValues(FieldShape shape) => shape.Kind switch
    {
        FieldKind.Date => ["\"2026-02-30\"", "\"02-03-2026\"", "\"1899-12-31\"", "\"2201-01-01\"", "\"2026-03-02T00:00:00Z\"", "\"\"", "20260302"],
        FieldKind.Timestamp => ["\"2026-03-02\"", "\"2026-03-02T10:15:00\"", "\"2026-13-02T10:15:00Z\"", "\"i morgen\"", "7"],
        FieldKind.Flag => ["false", "\"true\"", "1", "\"\""],
        FieldKind.Count => ["0", "\"12\"", "-1", "1.5", "\"tolv\"", "\"\"", "true", "2147483648"],
        FieldKind.Hours => ["0", "744", "744.5", "-1", "\"5\""],
        FieldKind.Text => ["\"\"", "7", "[]", $"\"{new string('x', Math.Min(shape.Longest, 5000))}\"", $"\"{new string('x', Math.Min(shape.Longest, 5000) + 1)}\""],
        FieldKind.Reference => ["\"\"", "\"a b\"", "\"å\"", $"\"{new string('x', 41)}\"", "7", "[\"a\"]"],
        FieldKind.Email => ["\"navn\"", "\"navn@\"", "\"a b@kommune.dk\"", "\"navn@kommune.dk.\"", "\"navn@rødby.dk\"", "7"],
        FieldKind.Choice => [.. shape.Words.Select(word => $"\"{word}\""), "\"noget andet\"", "\"\"", "7"],
        FieldKind.List => ["[]", "\"x\"", "{}", "[null]", "[[]]"],
        _ => ["[]", "\"x\"", "7"],
    };
}
