using System.Diagnostics;
using Rettidig.Cli.Simulate;

namespace Rettidig.Bench.Engine;

/// <summary>The whole product in simulated time: how long it takes for growing numbers of placements.</summary>
internal static class SimulateBenchmark
{
    public static async Task Run(Measurement measurement)
    {
        if (measurement.Part is not null)
        {
            await MeasureAsync(measurement);
            return;
        }

        int most = measurement.Number("placements", 1000);
        foreach (int placements in new[] { 100, 1000, 3000, 10_000 }.Where(count => count <= most))
        {
            ChildRun child = await measurement.InChildAsync("run", "--placements", $"{placements}");
            measurement.Report($"simulate {placements} placements", child["seconds"], "s");
            measurement.Report($"simulate {placements} placements, each", child["seconds"] * 1000 / placements, "ms/placement");
            measurement.Report($"simulate {placements} placements, processor time", child["processor"], "s");
            measurement.Report($"simulate {placements} placements, stopped by the collector", child["stopped"], "s");
            measurement.Report($"simulate {placements} placements, peak memory", child.PeakMemory, "MiB");
        }
    }

    private static async Task MeasureAsync(Measurement measurement)
    {
        Timeline timeline = ManyCases.Timeline(measurement.Number("placements", 1000));
        using var log = new FaultLog(null);
        await using SimulatedService service = await SimulatedService.StartAsync(timeline, null, log);
        double processor = Measurement.ProcessorTime();
        long began = Stopwatch.GetTimestamp();
        await Playback.PlayAsync(service, timeline, (_, _) => { }, CancellationToken.None);
        measurement.Report("seconds", Stopwatch.GetElapsedTime(began).TotalSeconds, "s");
        measurement.Report("stopped", GC.GetTotalPauseDuration().TotalSeconds, "s");
        measurement.Report("processor", Measurement.ProcessorTime() - processor, "s");
        if (log.Faults.Count > 0)
        {
            throw new InvalidOperationException($"Expected a run without faults; the first of {log.Faults.Count}: {log.Faults.First()}");
        }
    }
}
