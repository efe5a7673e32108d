using System.Diagnostics;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Node;

/// <summary>A script of <c>tests/node</c> while it runs; it ends with the test that started it.</summary>
internal sealed class NodeScript : IAsyncDisposable
{
    private readonly Process process;

    private NodeScript(Process process) => this.process = process;

    public static NodeScript Start(string script, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        string folder = Repository.Full("tests/node");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), "The packages of tests/node are not installed: run npm ci --prefix tests/node --ignore-scripts, as test.sh does.");
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new NodeScript(Process.Start(start)!);
    }

    /// <summary>Runs a script to its end with a text for its input.</summary>
    /// <returns>Its first line.</returns>
    public static async Task<string> RunAsync(string script, IEnumerable<string> arguments, string input)
    {
        await using NodeScript running = Start(script, arguments);
        await running.process.StandardInput.WriteAsync(input);
        running.process.StandardInput.Close();
        return await running.LineAsync();
    }

    /// <summary>The next line it prints.</summary>
    public async Task<string> LineAsync() =>
        await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The script ended (exit code {(process.WaitForExit(1000) ? process.ExitCode : -1)}) before it had said what was expected.");

    /// <summary>Ends its input, which a server takes as the word to stop.</summary>
    public void End() => process.StandardInput.Close();

    /// <summary>What it says before it ends; null where it says nothing more.</summary>
    public Task<string?> LastLineAsync() => process.StandardOutput.ReadLineAsync();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
    }
}
