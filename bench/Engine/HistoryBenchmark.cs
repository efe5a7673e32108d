using Microsoft.Extensions.DependencyInjection;
using Rettidig.Cli.Simulate;
using Rettidig.SelfHost.Durable;

namespace Rettidig.Bench.Engine;

/// <summary>One placement with many events over 18 years: how long its history ever gets.</summary>
internal static class HistoryBenchmark
{
    public static async Task Run(Measurement measurement)
    {
        Timeline timeline = ManyCases.Long(measurement.Number("events", 1000));
        using var log = new FaultLog(null);
        await using SimulatedService service = await SimulatedService.StartAsync(timeline, null, log);
        int longest = 0;
        int turns = 0;
        service.Services.GetRequiredService<DurableEngine>().TurnTaken = taken =>
        {
            turns++;
            if (taken.Instance.Name == "PlacementLifecycle")
            {
                // A row is a thing that came in or was asked for, as Durable Task counts them.
                longest = Math.Max(longest, taken.Before.Append(taken.Turn).Sum(turn => turn.Received.Count + turn.Asked.Count));
            }
        };
        await Playback.PlayAsync(service, timeline, (_, _) => { }, CancellationToken.None);
        measurement.Report("history, longest", longest, "rows");
        measurement.Report("history, turns in 18 years", turns, "turns");
    }
}
