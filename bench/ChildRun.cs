using System.Diagnostics;
using System.Globalization;

namespace Rettidig.Bench;

/// <summary>What came of measuring in a process of its own.</summary>
/// <param name="Figures">What it reported.</param>
/// <param name="PeakMemory">The most memory it held, in MiB (resident set).</param>
/// <param name="Elapsed">From the start of the process to its end.</param>
internal sealed record ChildRun(IReadOnlyList<Figure> Figures, double PeakMemory, TimeSpan Elapsed)
{
    /// <summary>The name under which a child tells its peak, as its last figure.</summary>
    public const string Peak = "peak";

    /// <summary>The value of a figure it reported.</summary>
    public double this[string name] => Figures.Single(figure => figure.Name == name).Value;

    public static async Task<ChildRun> StartAsync(IReadOnlyList<string> arguments)
    {
        long began = Stopwatch.GetTimestamp();
        using Process child = Process.Start(Self(arguments)) ?? throw new InvalidOperationException("Expected a process to start for the measurement; none did.");
        string output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        if (child.ExitCode != 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The process that measured '{string.Join(' ', arguments)}' ended with exit code {child.ExitCode}; see its errors above."));
        }

        Figure[] figures = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Figure.Parse)];
        return new ChildRun([.. figures.Where(figure => figure.Name != Peak)], figures.Single(figure => figure.Name == Peak).Value, Stopwatch.GetElapsedTime(began));
    }

    private static ProcessStartInfo Self(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ChildRun).Assembly.Location);
        }

        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
