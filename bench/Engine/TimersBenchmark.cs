using System.Diagnostics;
using Microsoft.DurableTask;

namespace Rettidig.Bench.Engine;

/// <summary>Timers of many orchestrations that fall due in the same second: when the first and the last of them have fired.</summary>
internal static class TimersBenchmark
{
    public static async Task Run(Measurement measurement)
    {
        int count = measurement.Number("count", 100_000);
        DateTime due = DateTime.MaxValue;
        var late = new List<double>(count);
        await using EngineRig rig = await EngineRig.StartAsync(measurement.Folder, code => Register(code, () => due, late));
        due = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(measurement.Number("in", Math.Max(5, count / 2500)));
        long began = Stopwatch.GetTimestamp();
        await rig.StartAsync("Sleep", count);
        measurement.Report("timers, put to sleep", count / Stopwatch.GetElapsedTime(began).TotalSeconds, "orchestrations/s");
        await rig.CompletionAsync(count);
        measurement.Report("timers, first", late.Min(), "s late");
        measurement.Report("timers, last", late.Max(), "s late");
        measurement.Report("timers", count / Math.Max(0.001, late.Max() - Math.Max(0, late.Min())), "timers/s");
    }

    private static void Register(DurableTaskRegistry code, Func<DateTime> due, List<double> late) =>
        code.AddOrchestratorFunc<int>("Sleep", async (context, _) =>
        {
            await context.CreateTimer(due(), CancellationToken.None);
            lock (late)
            {
                late.Add((TimeProvider.System.GetUtcNow().UtcDateTime - due()).TotalSeconds);
            }
        });
}
