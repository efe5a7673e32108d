using System.Diagnostics;

namespace Rettidig.Bench;

/// <summary>One run of a benchmark: what it was asked for, where it may write, and where its figures go.</summary>
/// <param name="benchmark">The name it was called by.</param>
/// <param name="part">The part this process is to measure, where the benchmark starts processes of its own; null in the first.</param>
/// <param name="arguments">What else stood on the command line.</param>
internal sealed class Measurement(string benchmark, string? part, IReadOnlyList<string> arguments) : IDisposable
{
    private const double Mebibyte = 1024 * 1024;

    private string? folder;

    /// <summary>The part this process is to measure; null in the process that was started by hand.</summary>
    public string? Part => part;

    /// <summary>What stood on the command line after the name.</summary>
    public IReadOnlyList<string> Arguments => arguments;

    /// <summary>An empty folder on the disk of the working directory, deleted at the end. (/tmp may be memory, where an fsync costs nothing.)</summary>
    public string Folder => folder ??= Directory.CreateDirectory(Path.Combine(Environment.CurrentDirectory, "out", $"bench-{benchmark}-{Environment.ProcessId}")).FullName;

    /// <summary>The number given as <c>--NAME 123</c>, else the default.</summary>
    public int Number(string name, int otherwise)
    {
        for (int i = 0; i < arguments.Count - 1; i++)
        {
            if (arguments[i] == "--" + name)
            {
                return int.Parse(arguments[i + 1], System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return otherwise;
    }

    /// <summary>Prints a figure.</summary>
    public void Report(string name, double value, string unit) => Console.Out.WriteLine(new Figure(name, value, unit));

    /// <summary>
    /// Measures a part in a process of its own, so that neither memory nor compiled code of another part colours it.
    /// The benchmark is called again with <see cref="Part"/> set; what it reports comes back and is not printed.
    /// </summary>
    /// <exception cref="InvalidOperationException">The process failed; its errors stand on standard error.</exception>
    public static Task<ChildRun> InChildAsync(string benchmark, string part, params string[] arguments) =>
        ChildRun.StartAsync([benchmark, "--part", part, .. arguments]);

    /// <summary>As above, of this benchmark.</summary>
    public Task<ChildRun> InChildAsync(string part, params string[] childArguments) => InChildAsync(benchmark, part, childArguments);

    /// <summary>The most memory this process has held so far, in MiB (resident set).</summary>
    public static double PeakMemory()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / Mebibyte;
    }

    /// <summary>The memory this process holds now, in MiB (resident set).</summary>
    public static double Memory()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / Mebibyte;
    }

    /// <summary>The processor time of this process so far, in seconds: on a shared machine it says more than the clock.</summary>
    public static double ProcessorTime()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    public void Dispose()
    {
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
