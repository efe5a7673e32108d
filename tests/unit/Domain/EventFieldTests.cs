using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Rettidig.Domain.Events;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Domain;

/// <summary>What docs/haendelser.md says of the fields of each event is what the service asks for.</summary>
public partial class EventFieldTests
{
    public static IEnumerable<object[]> Rows => Row().Matches(File.ReadAllText(Repository.Full("docs/haendelser.md")))
        .Where(match => match.Groups[1].Value != "staff.upserted")
        .Select(match => new object[] { match.Groups[1].Value, match.Groups[2].Value });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_field_of_the_page_is_read_and_only_those_with_a_star_are_needed(string name, string fields)
    {
        Field[] all = [.. Split(fields).Select(Field.Of)];
        JsonObject whole = Data(all);
        Fact read = Assert.IsType<EventReading.OfCase>(Read(name, whole)).Event.Fact;

        foreach (Field field in all)
        {
            JsonObject without = Data([.. all.Where(other => other != field)]);
            Assert.Equal(field.Required ? $"missing-field data.{field.Name}" : "", Refusal(name, without));

            JsonObject wrong = Data(all);
            wrong[field.Name] = new JsonObject { ["forkert"] = new JsonArray() };
            Assert.Contains($"data.{field.Name}", Refusal(name, wrong), StringComparison.Ordinal);
            Assert.True(field.Required || !read.Equals(Assert.IsType<EventReading.OfCase>(Read(name, without)).Event.Fact), $"{name} does not read {field.Name}.");
        }
    }

    [Fact]
    public void A_visit_and_a_move_that_are_announced_may_lie_ahead()
    {
        Assert.Equal("", Refusal("site-inspection.announced", new JsonObject { ["site"] = "sted-1", ["visitOn"] = "2026-09-01" }));
        Assert.Equal("", Refusal("municipality-move.announced", new JsonObject { ["movesOn"] = "2026-09-01" }));
        Assert.StartsWith("dated-ahead", Refusal("circumstances.changed", new JsonObject { ["changedOn"] = "2026-09-01" }), StringComparison.Ordinal);
    }

    private static EventReading Read(string name, JsonObject data)
    {
        var json = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = "1",
            ["source"] = "urn:x",
            ["type"] = $"dk.rettidig.{name}.v1",
            ["subject"] = "999/S-1",
            ["time"] = "2026-03-03T10:00:00+01:00",
            ["data"] = data.DeepClone(),
        };
        return EventReader.Read(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()), default);
    }

    private static string Refusal(string name, JsonObject data) => Read(name, data) is EventReading.Refused refused ? $"{refused.Refusal.Code} {refused.Refusal.Field}" : "";

    private static JsonObject Data(IEnumerable<Field> fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Value())));

    /// <summary>At the commas that stand in neither parentheses nor braces.</summary>
    private static IEnumerable<string> Split(string fields)
    {
        int depth = 0, from = 0;
        for (int i = 0; i <= fields.Length; i++)
        {
            if (i == fields.Length || (fields[i] == ',' && depth == 0))
            {
                yield return fields[from..i].Trim();
                from = i + 1;
                continue;
            }

            depth += fields[i] is '(' or '{' ? 1 : fields[i] is ')' or '}' ? -1 : 0;
        }
    }

    /// <summary>A field as the page writes it: <c>consent\* (`with` / `without`)</c>.</summary>
    private sealed record Field(string Name, bool Required, string Note)
    {
        public static Field Of(string written)
        {
            Match match = Written().Match(written);
            Assert.True(match.Success, written);
            return new Field(match.Groups[1].Value, match.Groups[2].Success, match.Groups[3].Value);
        }

        public JsonNode Value() => (Name, Note) switch
        {
            ("site", _) when Note.Contains("kind", StringComparison.Ordinal) => new JsonObject { ["id"] = "sted-1", ["kind"] = "foster-family" },
            ("site", "") when Required => "sted-1",
            ("contents" or "insufficient", _) => new JsonArray(Note.Contains("basis", StringComparison.Ordinal) ? "basis" : "goals"),
            ("involved", _) => new JsonArray("child"),
            ("kinds", _) => new JsonArray("familiebehandling"),
            (_, var note) when note.Contains("liste", StringComparison.Ordinal) => new JsonArray("mor"),
            (_, var note) when note.Contains("true/false", StringComparison.Ordinal) => true,
            (_, var note) when Choice().Match(note) is { Success: true } choice => choice.Groups[1].Value,
            _ when Name.EndsWith("At", StringComparison.Ordinal) => "2026-03-02T10:00:00+01:00",
            _ when Name.EndsWith("On", StringComparison.Ordinal) || Name is "on" or "birthDate" => "2026-03-02",
            ("version" or "goals" or "advisers", _) => 2,
            ("hours" or "hoursPerMonth", _) => 5,
            ("kind", _) => "familiebehandling",
            _ => "ref-1",
        };
    }

    [GeneratedRegex(@"^\| `([a-z-]+\.[a-z-]+)` \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\A([A-Za-z]+)(\\\*)?\s*(.*)\z")]
    private static partial Regex Written();

    [GeneratedRegex("`([a-z-]+)`")]
    private static partial Regex Choice();
}
