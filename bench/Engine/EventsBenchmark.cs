using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Bench.Engine;

/// <summary>Events raised to many orchestrations that wait for them: how many a second until each has been taken, and that none is lost.</summary>
internal static class EventsBenchmark
{
    /// <summary>Events that are on their way at the same time: callers wait until theirs is durable.</summary>
    private const int Callers = 256;

    public static async Task Run(Measurement measurement)
    {
        int waiting = measurement.Number("waiting", 1000);
        int each = measurement.Number("events", 100_000) / waiting;
        await using EngineRig rig = await EngineRig.StartAsync(measurement.Folder, code => Register(code, each));
        await rig.StartAsync("Gather", waiting);
        long began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, waiting * each),
            new ParallelOptions { MaxDegreeOfParallelism = Callers },
            async (i, cancellation) => await rig.Client.RaiseEventAsync($"i{i % waiting}", "news", i / waiting, cancellation));
        OrchestrationMetadata[] ended = await rig.CompletionAsync(waiting);
        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        measurement.Report("events", waiting * each / seconds, "events/s");
        measurement.Report("events, lost", ended.Count(instance => instance.ReadOutputAs<int>() != each), "orchestrations");
    }

    /// <summary>Returns how many different events it got.</summary>
    private static void Register(DurableTaskRegistry code, int each) => code.AddOrchestratorFunc<int, int>("Gather", async (context, _) =>
    {
        var seen = new HashSet<int>();
        for (int i = 0; i < each; i++)
        {
            seen.Add(await context.WaitForExternalEvent<int>("news"));
        }

        return seen.Count;
    });
}
