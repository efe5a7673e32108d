using System.Diagnostics;
using Microsoft.DurableTask;

namespace Rettidig.Bench.Engine;

/// <summary>Many orchestrations at once, each with activities one after the other: how many a second, how much memory, how many fsyncs.</summary>
internal static class SequenceBenchmark
{
    private const int Activities = 5;

    /// <summary>The first row: throughput and memory.</summary>
    public static async Task Run(Measurement measurement)
    {
        if (measurement.Part is not null)
        {
            await MeasureAsync(measurement);
            return;
        }

        int count = measurement.Number("count", 5000);
        ChildRun child = await measurement.InChildAsync("run", "--count", $"{count}");
        measurement.Report("sequence", child["rate"], "orchestrations/s");
        measurement.Report("sequence, processor time", child["processor"], "ms/orchestration");
        measurement.Report("sequence, peak memory", child.PeakMemory, "MiB");
    }

    /// <summary>The same run, counting what makes it durable.</summary>
    public static async Task RunFsync(Measurement measurement)
    {
        if (measurement.Part is not null)
        {
            await MeasureAsync(measurement);
            return;
        }

        ChildRun child = await measurement.InChildAsync("run", "--count", $"{measurement.Number("count", 5000)}");
        measurement.Report("fsync", child["fsyncs"], "fsyncs/orchestration");
    }

    private static async Task MeasureAsync(Measurement measurement)
    {
        int count = measurement.Number("count", 5000);
        await using EngineRig rig = await EngineRig.StartAsync(measurement.Folder, Register);
        await rig.RunAsync("Sequence", 200, "warm");
        double processor = Measurement.ProcessorTime();
        long commits = rig.Store.Fsyncs;
        long began = Stopwatch.GetTimestamp();
        await rig.RunAsync("Sequence", count);
        measurement.Report("rate", count / Stopwatch.GetElapsedTime(began).TotalSeconds, "orchestrations/s");
        measurement.Report("processor", (Measurement.ProcessorTime() - processor) * 1000 / count, "ms/orchestration");
        measurement.Report("fsyncs", (double)(rig.Store.Fsyncs - commits) / count, "fsyncs/orchestration");
    }

    private static void Register(DurableTaskRegistry code) => code
        .AddOrchestratorFunc<int, int>("Sequence", async (context, start) =>
        {
            int value = start;
            for (int i = 0; i < Activities; i++)
            {
                value = await context.CallActivityAsync<int>("Next", value);
            }

            return value == start + Activities ? value : throw new InvalidOperationException($"Expected {start + Activities}, got {value}.");
        })
        .AddActivityFunc<int, int>("Next", (_, value) => value + 1);
}
