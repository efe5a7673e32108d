using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>A disk that is full under a running engine.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Steps = 20;

    private readonly string folder = Directory.CreateTempSubdirectory("full-").FullName;
    private readonly LogLines logs = new();
    private readonly SimulatedClock clock = new(KeptStories.Start);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_could_not_be_written_is_done_when_there_is_room()
    {
        await using SqliteStore store = SqliteStore.Open(Path.Combine(folder, "test.db"));
        var engine = new DurableEngine(store, clock, new DurableOptions(), logs);
        new EmbeddedWorker(engine, JsonDataConverter.Default, logs).Add(new DurableTaskRegistry()
            .AddOrchestratorFunc<object?, int>("Grow", async (context, _) =>
            {
                int length = 0;
                for (int i = 0; i < Steps; i++)
                {
                    length += (await context.CallActivityAsync<string>("Make")).Length;
                }

                return length;
            })
            .AddActivityFunc<object?, string>("Make", (_, _) => new string('x', 10_000)));
        var client = new EmbeddedDurableTaskClient(engine, JsonDataConverter.Default);
        using PumpRunner runner = await RunningAsync(engine);
        await store.WriteAsync(session => session.Execute($"PRAGMA max_page_count = {session.First("PRAGMA page_count", row => row.GetInt64(0)) + 20}"));

        await client.ScheduleNewOrchestrationInstanceAsync("Grow", new StartOrchestrationOptions("a"));
        while (!logs.Lines.Any(line => line.StartsWith($"orchestrations: Disken med datafilen {store.Path} er fuld: gør plads.", StringComparison.Ordinal)))
        {
            await Task.Yield();
        }

        Assert.False((await client.GetInstanceAsync("a"))!.IsCompleted);
        await store.WriteAsync(session => session.Execute("PRAGMA max_page_count = 1000000"));
        Task<OrchestrationMetadata> done = client.WaitForInstanceCompletionAsync("a", getInputsAndOutputs: true);
        while (!done.IsCompleted)
        {
            // The pause after a failure is on this clock.
            clock.JumpTo(clock.GetUtcNow().AddSeconds(5));
            await Task.Yield();
        }

        Assert.Equal(Steps * 10_000, (await done).ReadOutputAs<int>());
        await runner.StopAsync(CancellationToken.None);
    }

    private async Task<PumpRunner> RunningAsync(DurableEngine engine)
    {
        var pumps = new PumpSet();
        pumps.Add(PumpStage.Orchestrations, engine.OrchestrationPump);
        pumps.Add(PumpStage.Activities, engine.ActivityPump);
        var runner = new PumpRunner(pumps, clock, logs.CreateLogger<PumpRunner>());
        await runner.StartAsync(CancellationToken.None);
        return runner;
    }
}
