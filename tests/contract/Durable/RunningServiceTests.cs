using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>The engine as a running service: on the machine's clock, with many loops on one file.</summary>
public sealed class RunningServiceTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("durable-").FullName;
    private readonly DurableTaskRegistry code = new();
    private SqliteStore store = null!;
    private PumpRunner runner = null!;
    private EmbeddedDurableTaskClient client = null!;

    public async Task InitializeAsync()
    {
        store = SqliteStore.Open(Path.Combine(folder, "test.db"), StoreDurability.None);
        var engine = new DurableEngine(store, TimeProvider.System, new DurableOptions { CachedInstances = 20 }, NullLoggerFactory.Instance);
        Register();
        new EmbeddedWorker(engine, JsonDataConverter.Default, NullLoggerFactory.Instance).Add(code);
        client = new EmbeddedDurableTaskClient(engine, JsonDataConverter.Default);
        var pumps = new PumpSet();
        pumps.Add(PumpStage.Orchestrations, engine.OrchestrationPump);
        pumps.Add(PumpStage.Activities, engine.ActivityPump);
        runner = new PumpRunner(pumps, TimeProvider.System, NullLogger<PumpRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await runner.StopAsync(CancellationToken.None);
        runner.Dispose();
        await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Hundreds_of_orchestrations_at_once_each_get_their_own_answers()
    {
        string[] ids = [.. Enumerable.Range(0, 300).Select(i => $"i{i}")];
        await Task.WhenAll(ids.Select(id => client.ScheduleNewOrchestrationInstanceAsync("Chain", id, new StartOrchestrationOptions(id))));

        OrchestrationMetadata[] done = await WithinAMinute(
            Task.WhenAll(ids.Select(id => client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true))));

        Assert.Equal(ids.Select(id => $"{id}-0 {id}-1 {id}-2 tick"), done.Select(instance => instance.ReadOutputAs<string>()));
    }

    [Fact]
    public async Task Events_raised_from_many_sides_while_it_continues_as_new_are_all_seen()
    {
        await client.ScheduleNewOrchestrationInstanceAsync("Count", 0, new StartOrchestrationOptions("count"));

        await Parallel.ForEachAsync(Enumerable.Range(0, 500), async (i, cancellation) =>
            await client.RaiseEventAsync("count", "news", i, cancellation));

        OrchestrationMetadata done = await WithinAMinute(client.WaitForInstanceCompletionAsync("count", getInputsAndOutputs: true));
        Assert.Equal(500, done.ReadOutputAs<int>());
    }

    private static Task<T> WithinAMinute<T>(Task<T> task) => task.WaitAsync(TimeSpan.FromMinutes(1));

    private void Register() => code
        .AddOrchestratorFunc<string, string>("Chain", async (context, id) =>
        {
            var parts = new List<string>();
            for (int i = 0; i < 3; i++)
            {
                parts.Add(await context.CallActivityAsync<string>("Name", $"{id}-{i}"));
            }

            await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
            return string.Join(' ', parts) + " tick";
        })
        .AddOrchestratorFunc<int, int>("Count", async (context, seen) =>
        {
            await context.WaitForExternalEvent<int>("news");
            if (seen + 1 < 500)
            {
                context.ContinueAsNew(seen + 1);
            }

            return seen + 1;
        })
        .AddActivityFunc<string, string>("Name", async (_, name) =>
        {
            await Task.Yield();
            return name;
        });
}
