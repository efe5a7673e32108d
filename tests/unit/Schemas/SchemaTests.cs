using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using Rettidig.Cli.Schemas;
using Rettidig.Domain.Events;
using Rettidig.Domain.Events.Contract;
using Rettidig.Tests.Node;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Schemas;

/// <summary>The contract as programs read it, held against a validator that is not ours.</summary>
public sealed partial class SchemaTests
{
    [Fact]
    public void The_printed_schemas_are_those_of_the_events_there_are()
    {
        IReadOnlyDictionary<string, string> printed = SchemaFiles.All();
        string folder = Repository.Full("docs/schemas");

        Assert.True(
            printed.Keys.SequenceEqual(Directory.GetFiles(folder, "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal)!)
            && printed.All(file => File.ReadAllText(Path.Combine(folder, file.Key)) == file.Value),
            "docs/schemas is not what the types say: run ./run.sh schemas and look at what changed.");
    }

    [Fact]
    public async Task The_AsyncAPI_document_is_one()
    {
        IReadOnlyList<string> faults = await Ajv.FaultsAsync(new Dictionary<string, string>(), [("asyncapi", SchemaFiles.All()[AsyncApi.File]), ("asyncapi", "{}")]);

        Assert.Equal("", faults[0]);
        Assert.NotEqual("", faults[1]);
    }

    [Fact]
    public void The_AsyncAPI_document_leads_to_every_schema()
    {
        IReadOnlyDictionary<string, string> files = SchemaFiles.All();
        JsonObject messages = JsonNode.Parse(files[AsyncApi.File])!["components"]!["messages"]!.AsObject();

        Assert.Equal(files.Keys.Except([AsyncApi.File]), messages.Select(message => (string)message.Value!["payload"]!["$ref"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_event_of_the_samples_is_valid_by_its_schema()
    {
        (string, string)[] events = [.. Directory.GetFiles(Repository.Full("samples"), "*.jsonl").SelectMany(File.ReadLines)
            .Select(line => (EventSchemas.FileOf((string)JsonNode.Parse(line)!["type"]!), line))];

        IReadOnlyList<string> faults = await Ajv.FaultsAsync(SchemaFiles.All(), events);

        Assert.True(events.Length > 1000);
        Assert.All(faults, fault => Assert.Equal("", fault));
    }

    /// <summary>Of each field of each type: good values, missing, null, and values of other forms.</summary>
    [Fact]
    public async Task What_the_schema_takes_the_reader_takes_and_what_it_refuses_the_reader_refuses()
    {
        (string Schema, string Json)[] events = [.. EventType.All.SelectMany(type => EventVariants.Of(type).Select(json => (EventSchemas.FileOf(type.FullName), json)))];

        IReadOnlyList<string> faults = await Ajv.FaultsAsync(SchemaFiles.All(), events);

        Assert.All(events.Zip(faults), pair => Assert.True(
            IsTaken(pair.First.Json) == (pair.Second == ""),
            $"{pair.First.Json}\nschema: {(pair.Second == "" ? "valid" : pair.Second)}\nreader: {EventReader.Read(Encoding.UTF8.GetBytes(pair.First.Json), Instant.MinValue)}"));
        Assert.Contains("", faults);
        Assert.True(faults.Count(fault => fault != "") > 500);
    }

    /// <summary>The page is written by hand, the schemas are printed: they must name the same fields, and the same ones must be there.</summary>
    [Fact]
    public void The_page_of_the_contract_names_the_fields_of_every_schema()
    {
        Dictionary<string, string> rows = Row().Matches(File.ReadAllText(Repository.Full("docs/haendelser.md"))).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value, StringComparer.Ordinal);

        Assert.All(EventType.All, type => Assert.Equal(
            type.Data.Select(field => field.Name + (field.Required ? "*" : "")).Order(StringComparer.Ordinal),
            Aside().Replace(rows[type.Name], "").Replace("\\*", "*", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));
    }

    [GeneratedRegex(@"^\| `([a-z-]+\.[a-z-]+)` \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    /// <summary>What stands in brackets, and the braces of an object.</summary>
    [GeneratedRegex(@"\{[^}]*\}|\([^)]*\)")]
    private static partial Regex Aside();

    private static bool IsTaken(string json) => EventReader.Read(Encoding.UTF8.GetBytes(json), Instant.MinValue) is not EventReading.Refused;
}
