using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Rettidig.Cli.DryRun;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Explanations;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Cli;

/// <summary><c>docs/forklaring.md</c> says what the JSON really is.</summary>
public sealed class ExplanationPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.Full("docs/forklaring.md"));

    [Theory]
    [InlineData(typeof(PlacementExplanation))]
    [InlineData(typeof(ExplainedDuty))]
    [InlineData(typeof(ExplainedFact))]
    [InlineData(typeof(ExplainedStep))]
    [InlineData(typeof(ExplainedConcern))]
    [InlineData(typeof(Defect))]
    [InlineData(typeof(Forecast))]
    [InlineData(typeof(ForeseenMail))]
    [InlineData(typeof(ForeseenNotice))]
    public void The_page_names_every_field(Type shape) => Assert.All(
        shape.GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null),
        property => Assert.Contains($"`{JsonNamingPolicy.CamelCase.ConvertName(property.Name)}`", Page));

    [Fact]
    public async Task The_example_is_what_the_command_above_it_writes()
    {
        using var output = new StringWriter();
        string command = Page.Split('\n').First(line => line.Contains("explain samples/", StringComparison.Ordinal)).Trim();
        string[] args = [.. command.Split(' ').Skip(1).Select(arg => arg.StartsWith("samples/", StringComparison.Ordinal) ? Repository.Full(arg) : arg)];
        Assert.Equal(0, await CommandLine.RunAsync([.. args, "--json"], Screen.Over(output, TextWriter.Null, plain: true)));

        string example = Page[(Page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length)..];
        JsonNode expected = JsonNode.Parse(example[..example.IndexOf("```", StringComparison.Ordinal)])!;
        JsonNode actual = JsonNode.Parse(output.ToString())!;
        string[] duties = Texts(expected["obligations"]!, "duty");
        string[] steps = [.. expected["obligations"]!.AsArray().SelectMany(duty => Texts(duty!["steps"]!, "key"))];
        Keep(actual["obligations"]!.AsArray(), duty => duties.Contains(duty["duty"]!.GetValue<string>()));
        foreach (JsonNode? duty in actual["obligations"]!.AsArray())
        {
            Keep(duty!["steps"]!.AsArray(), step => steps.Contains(step["key"]!.GetValue<string>()));
        }

        Assert.Equal(expected.ToJsonString(), actual.ToJsonString());
    }

    private static string[] Texts(JsonNode rows, string field) => [.. rows.AsArray().Select(row => row![field]!.GetValue<string>())];

    private static void Keep(JsonArray rows, Func<JsonNode, bool> isKept)
    {
        foreach (JsonNode? row in rows.Where(row => !isKept(row!)).ToArray())
        {
            rows.Remove(row);
        }
    }
}
