using System.Diagnostics;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Rettidig.Orchestrations.Placements;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Bench.Engine;

/// <summary>A service with many sleeping placements: from the start of its process until it is ready, and the memory it holds then.</summary>
internal static class SleepersBenchmark
{
    public static async Task Run(Measurement measurement)
    {
        switch (measurement.Part)
        {
            case "put to sleep":
                await PutToSleepAsync(measurement);
                return;
            case "start":
                await StartAsync(measurement);
                return;
        }

        foreach (int count in (int[])[1000, measurement.Number("count", 100_000)])
        {
            string folder = Path.Combine(measurement.Folder, $"{count}");
            await measurement.InChildAsync("put to sleep", folder, "--count", $"{count}");
            ChildRun child = await measurement.InChildAsync("start", folder);
            measurement.Report($"sleepers {count}, start to ready", child["ready"], "s");
            measurement.Report($"sleepers {count}, resident memory", child["memory"], "MiB");
        }
    }

    /// <summary>With the product's orchestrator, as the looks of three weeks leave them.</summary>
    private static async Task PutToSleepAsync(Measurement measurement)
    {
        int count = measurement.Number("count", 100_000);
        await using SqliteStore store = SqliteStore.Open(Path.Combine(measurement.Arguments[0], "rettidig.db"), StoreDurability.None);
        var engine = new DurableEngine(store, TimeProvider.System, new DurableOptions(), NullLoggerFactory.Instance);
        var random = new Random(1);
        new EmbeddedWorker(engine, JsonDataConverter.Default, NullLoggerFactory.Instance).Add(new DurableTaskRegistry()
            .AddOrchestratorFunc<string>(nameof(PlacementLifecycle), (context, _) => PlacementLifecycle.RunAsync(context))
            .AddActivityFunc<LookRequest, Look>(nameof(Reconcile), (_, request) => new Look(false, request.Now.AddHours(1 + random.Next(21 * 24)))));
        var client = new EmbeddedDurableTaskClient(engine, JsonDataConverter.Default);
        for (int i = 0; i < count; i++)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(PlacementLifecycle), $"999/P-{i}", new StartOrchestrationOptions($"placement:999:P-{i}"));
            while (await engine.OrchestrationPump.StepAsync(CancellationToken.None) || await engine.ActivityPump.StepAsync(CancellationToken.None))
            {
            }
        }
    }

    private static async Task StartAsync(Measurement measurement)
    {
        using IHost host = await LiveService.StartAsync(measurement.Arguments[0]);
        using var http = new HttpClient();
        string address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using HttpResponseMessage answer = await http.GetAsync(new Uri(address + "/health/ready"));
        answer.EnsureSuccessStatusCode();
        using var self = Process.GetCurrentProcess();
        measurement.Report("ready", (TimeProvider.System.GetLocalNow() - self.StartTime).TotalSeconds, "s");
        await Task.Delay(TimeSpan.FromSeconds(3));
        measurement.Report("memory", Measurement.Memory(), "MiB");
        await host.StopAsync();
    }
}
