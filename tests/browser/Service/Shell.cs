using System.Diagnostics;

namespace Rettidig.Browser.Tests.Service;

/// <summary>A command line, run as a person would, its output going to files.</summary>
internal static class Shell
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static async Task<Finished> RunAsync(string command, string folder)
    {
        using Process process = Start(command, folder);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new Finished(process.ExitCode, await output, await errors);
    }

    public static Process Start(string command, string folder) => Process.Start(new ProcessStartInfo("bash")
    {
        ArgumentList = { "-c", command },
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

/// <summary>What a command left.</summary>
internal sealed record Finished(int ExitCode, string Output, string Errors)
{
    /// <summary>Without the blanks that make columns.</summary>
    public IReadOnlyList<string> OutputLines =>
        [.. Output.Split('\n').Select(line => string.Join(' ', line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries)))];
}
