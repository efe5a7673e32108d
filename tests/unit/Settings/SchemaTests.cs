using System.Diagnostics;
using System.Text.Json;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Settings;

/// <summary>The published schema, as an independent validator (ajv) reads it, says the same as the service at start.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void The_schema_takes_what_the_service_takes()
    {
        string[] files = [.. SettingsExamples.Good, OneLine(File.ReadAllText(Repository.Full("samples/rules/999.json")))];

        Assert.All(files.Zip(Validate(files)), answer => Assert.True(answer.Second, answer.First));
    }

    [Fact]
    public void The_schema_refuses_what_the_service_refuses()
    {
        string[] files = [.. SettingsExamples.Wrong.Select(wrong => wrong.Json)];

        Assert.All(files.Zip(Validate(files)), answer => Assert.False(answer.Second, answer.First));
    }

    [Fact]
    public void Every_example_of_the_page_is_taken_by_the_schema()
    {
        string[] files = [.. File.ReadAllText(Repository.Full("docs/indstillinger.md")).Split("```json\n").Skip(1).Select(rest => OneLine(rest.Split("```")[0]))];

        Assert.All(files.Zip(Validate(files)), answer => Assert.True(answer.Second, answer.First));
    }

    /// <summary>What only the service finds: values that do not fit together. The page says so.</summary>
    [Fact]
    public void The_schema_cannot_see_how_values_fit_together()
    {
        string[] files = [.. SettingsExamples.Unfitting.Select(wrong => wrong.Json)];

        Assert.All(files.Zip(Validate(files)), answer => Assert.True(answer.Second, answer.First));
    }

    private static string OneLine(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json));

    private static bool[] Validate(string[] files)
    {
        using Process node = Process.Start(new ProcessStartInfo("node")
        {
            ArgumentList = { Repository.Full("tests/node/schema.mjs"), Repository.Full("rules/rules.schema.json") },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        foreach (string file in files)
        {
            node.StandardInput.WriteLine(file);
        }

        node.StandardInput.Close();
        string[] answers = node.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(answers.Length == files.Length, $"Expected {files.Length} answers of the validator: run npm ci --prefix tests/node. It said: {node.StandardError.ReadToEnd()}");
        return [.. answers.Select(bool.Parse)];
    }
}
