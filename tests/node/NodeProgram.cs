using System.Diagnostics;

namespace Rettidig.Tests.Node;

/// <summary>A program of this folder, run by Node.js. Missing tools fail the test that wants them; none is skipped.</summary>
public sealed class NodeProgram : IDisposable
{
    /// <summary>What does not answer by then never will: better a failed test than a run without an end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "node");
    private readonly Process process;

    private NodeProgram(Process process) => this.process = process;

    /// <summary>Starts a server that writes what one must know of it (a port) on its first line, and ends when its input ends.</summary>
    public static async Task<(NodeProgram Server, string FirstLine)> StartAsync(string script, params string[] arguments)
    {
        Process process = Launch(script, arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        return await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line
            ? (new NodeProgram(process), line)
            : throw new InvalidOperationException($"tests/node/{script} did not start:\n{await errors}");
    }

    /// <summary>Runs a program to its end and gives what it wrote.</summary>
    public static async Task<string> RunAsync(string script, string input = "", params string[] arguments)
    {
        using Process process = Launch(script, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"tests/node/{script} ended with {process.ExitCode}:\n{await errors}");
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Launch(string script, string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            throw new InvalidOperationException($"The packages of {Folder} are not installed: run ./test.sh, or npm ci --prefix tests/node.");
        }

        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
