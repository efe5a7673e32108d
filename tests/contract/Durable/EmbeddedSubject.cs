using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>The embedded engine on a file of its own and a simulated clock.</summary>
internal sealed class EmbeddedSubject : IDurableSubject
{
    private readonly string folder = Directory.CreateTempSubdirectory("durable-").FullName;
    private readonly LogLines logs = new();
    private readonly SimulatedClock clock;
    private readonly StoreDurability durability;
    private SqliteStore? store;
    private Simulation? simulation;

    public EmbeddedSubject()
        : this(KeptStories.Start, null)
    {
    }

    /// <param name="start">Where the clock begins.</param>
    /// <param name="kept">A data file to go on from, which is copied.</param>
    /// <param name="durability">What a commit waits for.</param>
    public EmbeddedSubject(DateTimeOffset start, string? kept, StoreDurability durability = StoreDurability.None)
    {
        this.durability = durability;
        clock = new SimulatedClock(start);
        if (kept is not null)
        {
            File.Copy(kept, Path.Combine(folder, "test.db"));
        }
    }

    public DurableTaskClient Client { get; private set; } = null!;

    public SimulatedClock Clock => clock;

    public DateTimeOffset Now => clock.GetUtcNow();

    public IReadOnlyList<string> Logged => logs.Lines;

    public SqliteStore Store => store!;

    public DurableEngine Engine { get; private set; } = null!;

    public async Task StartAsync(Action<DurableTaskRegistry> register)
    {
        await StopAsync();
        store = SqliteStore.Open(Path.Combine(folder, "test.db"), durability);
        var engine = new DurableEngine(store, clock, new DurableOptions(), logs);
        Engine = engine;
        var registry = new DurableTaskRegistry();
        register(registry);
        new EmbeddedWorker(engine, JsonDataConverter.Default, logs).Add(registry);
        Client = new EmbeddedDurableTaskClient(engine, JsonDataConverter.Default);
        simulation = SimulationOf(engine);
    }

    public Task SettleAsync() => simulation!.SettleAsync();

    public Task PassAsync(TimeSpan time) => simulation!.RunUntilAsync(clock.GetUtcNow() + time);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task StopAsync()
    {
        if (store is not null)
        {
            await store.DisposeAsync();
            store = null;
        }
    }

    private Simulation SimulationOf(DurableEngine engine)
    {
        var pumps = new PumpSet();
        pumps.Add(PumpStage.Orchestrations, engine.OrchestrationPump);
        pumps.Add(PumpStage.Activities, engine.ActivityPump);
        return Simulation.Of(new ServiceCollection().AddSingleton<TimeProvider>(clock).AddSingleton(pumps).BuildServiceProvider());
    }
}
