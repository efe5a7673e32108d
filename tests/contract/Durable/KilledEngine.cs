using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>
/// The engine in a process of its own, fully durable, with work that never ends until it is told to finish. Whatever an
/// activity does is a line in a journal, written before it returns.
/// </summary>
internal static class KilledEngine
{
    /// <summary>Instances that are under way at the same time.</summary>
    public const int Abreast = 12;

    private const int Steps = 6;

    public static async Task RunAsync(string file, string journal, bool finish)
    {
        await using var lines = new StreamWriter(new FileStream(journal, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
        // The process before may have died in the middle of a line.
        await lines.WriteLineAsync();
        await using SqliteStore store = SqliteStore.Open(file);
        var engine = new DurableEngine(store, TimeProvider.System, new DurableOptions(), NullLoggerFactory.Instance);
        var registry = new DurableTaskRegistry();
        Register(registry, lines);
        new EmbeddedWorker(engine, JsonDataConverter.Default, NullLoggerFactory.Instance).Add(registry);
        var client = new EmbeddedDurableTaskClient(engine, JsonDataConverter.Default);
        var pumps = new PumpSet();
        pumps.Add(PumpStage.Orchestrations, engine.OrchestrationPump);
        pumps.Add(PumpStage.Activities, engine.ActivityPump);
        using var runner = new PumpRunner(pumps, TimeProvider.System, NullLogger<PumpRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
        Console.WriteLine("ready");
        await Task.WhenAll(Enumerable.Range(0, Abreast).Select(lane => DriveAsync(client, lane, finish)));
        await runner.StopAsync(CancellationToken.None);
    }

    /// <summary>What an instance must return.</summary>
    public static string Expected(string id) => string.Join(' ', Enumerable.Range(0, Steps).Select(step => $"{id}/{step}")) + $" {id}/child go";

    /// <summary>One instance after the other; when finishing, the last one that was begun.</summary>
    private static async Task DriveAsync(EmbeddedDurableTaskClient client, int lane, bool finish)
    {
        for (int number = 0; ; number++)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"lane{lane:D2}-{number:D5}");
            OrchestrationMetadata? known = await client.GetInstanceAsync(id);
            if (known is null && finish)
            {
                return;
            }

            if (known is null)
            {
                await client.ScheduleNewOrchestrationInstanceAsync("Walk", id, new StartOrchestrationOptions(id));
            }

            if (known is not { IsCompleted: true })
            {
                // A process that died may have sent it already: the code takes one and leaves the rest.
                await client.RaiseEventAsync(id, "go", "go");
                await client.WaitForInstanceCompletionAsync(id);
            }
        }
    }

    private static void Register(DurableTaskRegistry code, StreamWriter journal) => code
        .AddOrchestratorFunc<string, string>("Walk", async (context, id) =>
        {
            var steps = new List<string>();
            for (int step = 0; step < Steps; step += 2)
            {
                steps.AddRange(await Task.WhenAll(context.CallActivityAsync<string>("Note", $"{id}/{step}"), context.CallActivityAsync<string>("Note", $"{id}/{step + 1}")));
                await context.CreateTimer(TimeSpan.FromMilliseconds(1), CancellationToken.None);
            }

            steps.Add(await context.CallSubOrchestratorAsync<string>("Child", id, new SubOrchestrationOptions(instanceId: $"{id}-child")));
            steps.Add(await context.WaitForExternalEvent<string>("go"));
            return string.Join(' ', steps);
        })
        .AddOrchestratorFunc<string, string>("Child", (context, id) => context.CallActivityAsync<string>("Note", $"{id}/child"))
        .AddActivityFunc<string, string>("Note", (_, what) =>
        {
            lock (journal)
            {
                journal.WriteLine(what);
            }

            return what;
        });
}
