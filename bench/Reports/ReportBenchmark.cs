using System.Diagnostics;
using Rettidig.Cli.Terminal;
using Commands = Rettidig.Cli.Terminal.CommandLine;

namespace Rettidig.Bench.Reports;

/// <summary>A report over the placements of a whole country, as a person asks for it: one process from start to end.</summary>
internal static class ReportBenchmark
{
    private const string Processor = "processor";

    public static async Task Run(Measurement measurement)
    {
        if (measurement.Part is not null)
        {
            await CountAsync(measurement.Arguments[^1]);
            measurement.Report(Processor, ProcessorSeconds(), "s");
            return;
        }

        int placements = measurement.Number("placements", 14_000);
        long began = Stopwatch.GetTimestamp();
        int events = await Country.FillAsync(measurement.Folder, placements);
        measurement.Report("report, filling the store", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        measurement.Report("report, placements", placements, "placements");
        measurement.Report("report, events", events, "events");
        ChildRun run = await measurement.InChildAsync("count", measurement.Folder);
        measurement.Report("report, from start to end", run.Elapsed.TotalSeconds, "s");
        measurement.Report("report, processor time", run[Processor], "s");
        measurement.Report("report, peak memory", run.PeakMemory, "MiB");
    }

    /// <summary>What the machine does for others does not colour it.</summary>
    private static double ProcessorSeconds()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    private static async Task CountAsync(string folder)
    {
        using var report = new StringWriter();
        using var errors = new StringWriter();
        if (await Commands.RunAsync(["report", "--data", folder, "--format", "json"], Screen.Over(report, errors, plain: true)) != 0)
        {
            throw new InvalidOperationException($"Expected a report over the store; it ended with: {errors}");
        }
    }
}
