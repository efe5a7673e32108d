using Rettidig.Cli.Terminal;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Cli;

/// <summary>What the README says a command prints is what it prints. The simulation is compared in tests/browser.</summary>
public class ReadmeTests
{
    private static readonly string[] Readme = File.ReadAllLines(Repository.Full("README.md"));

    [Theory]
    [InlineData("report samples/225-sager.jsonl", "    Første opfølgning: tre måneder")]
    [InlineData("explain samples/et-barn.jsonl --on 2024-06-19", "     18-06-2024   Første opfølgning")]
    public async Task An_excerpt_is_what_the_command_prints(string command, string begins)
    {
        Assert.Contains(Readme, line => line.Contains($"./run.sh {command}", StringComparison.Ordinal));
        string[] excerpt = [.. Readme.SkipWhile(line => !line.StartsWith(begins, StringComparison.Ordinal)).TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim()).Where(line => line != "…")];
        using StringWriter output = new(), errors = new();

        Assert.Equal(0, await CommandLine.RunAsync([.. command.Split(' ').Select(word => word.StartsWith("samples/", StringComparison.Ordinal) ? Repository.Full(word) : word)], Screen.Over(output, errors, plain: true)));

        string[] printed = [.. output.ToString().Split('\n').Select(line => line.Trim())];
        Assert.True(excerpt.Length > 5);
        Assert.Equal(excerpt, printed.SkipWhile(line => line != excerpt[0]).Take(excerpt.Length));
    }

    [Fact]
    public async Task Every_command_is_in_the_list()
    {
        using StringWriter output = new(), errors = new();
        Assert.Equal(0, await CommandLine.RunAsync(["--help"], Screen.Over(output, errors, plain: true)));
        string[] commands = [.. output.ToString().Split('\n').SkipWhile(line => !line.StartsWith("Kommandoer:", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith(' '))
            .Where(line => line.Length > 3 && line[2] != ' ').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])];

        Assert.Contains("simulate", commands);
        Assert.All(commands, command => Assert.Contains(Readme, line => line.StartsWith("| `", StringComparison.Ordinal) && line.Split('|')[1].Split('`').Any(name => name.Split(' ')[0] == command)));
    }
}
