using System.Diagnostics;
using Microsoft.DurableTask;

namespace Rettidig.Bench.Engine;

/// <summary>One orchestration of three activities alone, from the call that starts it to the answer that it is done.</summary>
internal static class LatencyBenchmark
{
    private const int WarmUp = 200;

    public static async Task Run(Measurement measurement)
    {
        int count = measurement.Number("count", 1000);
        await using EngineRig rig = await EngineRig.StartAsync(measurement.Folder, Register);
        var times = new List<double>();
        for (int i = -WarmUp; i < count; i++)
        {
            long began = Stopwatch.GetTimestamp();
            string id = await rig.Client.ScheduleNewOrchestrationInstanceAsync("Three", new StartOrchestrationOptions($"i{i}"));
            await rig.Client.WaitForInstanceCompletionAsync(id);
            if (i >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        times.Sort();
        measurement.Report("latency p50", times[times.Count / 2], "ms");
        measurement.Report("latency p99", times[times.Count * 99 / 100], "ms");
    }

    private static void Register(DurableTaskRegistry code) => code
        .AddOrchestratorFunc<object?, int>("Three", async (context, _) =>
            await context.CallActivityAsync<int>("Next", 0) + await context.CallActivityAsync<int>("Next", 1) + await context.CallActivityAsync<int>("Next", 2))
        .AddActivityFunc<int, int>("Next", (_, value) => value + 1);
}
