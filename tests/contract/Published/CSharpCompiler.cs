using System.Diagnostics;

namespace Rettidig.Contract.Tests.Published;

/// <summary>The compiler of the SDK, as the build runs it.</summary>
/// <param name="path">Its <c>csc.dll</c>.</param>
internal sealed class CSharpCompiler(string path)
{
    /// <param name="folder">What relative names in the arguments are relative to.</param>
    /// <param name="arguments">Settings, references and files, as on a command line.</param>
    /// <returns>What it found, a line each, with file and line; nothing when all is well.</returns>
    public async Task<IReadOnlyList<string>> CompileAsync(string folder, IEnumerable<string> arguments)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, arguments.Select(Quoted));
            (int exit, string output) = await RunAsync(folder, [path, "/noconfig", "/nologo", $"@{file}"]);
            string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return exit == 0 || lines.Length > 0 ? lines : [$"The compiler ended with exit code {exit} and said nothing."];
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Runs <c>dotnet</c> and gives what it said.</summary>
    public static async Task<(int Exit, string Output)> RunAsync(string folder, IEnumerable<string> arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal) && !argument.Contains('"', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
