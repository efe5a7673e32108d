using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>
/// What a kept data file has in it: one instance in each state a process may leave behind. The code is kept with it and
/// must not change: the files are opened for as long as there are any.
/// </summary>
internal static class KeptStories
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static void Register(DurableTaskRegistry code) => code
        .AddOrchestratorFunc<string, string>("Sleeper", async (context, name) =>
        {
            await context.CreateTimer(TimeSpan.FromDays(30), CancellationToken.None);
            return $"{name} woke {context.CurrentUtcDateTime:yyyy-MM-dd}";
        })
        .AddOrchestratorFunc<object?, string>("Listener", async (context, _) =>
            await context.WaitForExternalEvent<string>("news") + await context.WaitForExternalEvent<string>("news") + await context.WaitForExternalEvent<string>("other"))
        .AddOrchestratorFunc<object?, string>("Worker", async (context, _) =>
            await context.CallActivityAsync<string>("Note", "a") + await context.CallActivityAsync<string>("Note", "b"))
        .AddOrchestratorFunc<object?, string>("Parent", (context, _) =>
            context.CallSubOrchestratorAsync<string>("Sleeper", "child", new SubOrchestrationOptions(instanceId: "child")))
        .AddOrchestratorFunc<object?, string>("Done", (_, _) => Task.FromResult("æøå"))
        .AddOrchestratorFunc<object?>("Failed", (_, _) => throw new InvalidOperationException("outer", new FormatException("inner")))
        .AddActivityFunc<string, string>("Note", (_, what) => what);

    /// <summary>Writes a file as a process leaves it that dies with work under way.</summary>
    public static async Task WriteAsync(string path)
    {
        await using SqliteStore store = SqliteStore.Open(path, StoreDurability.None);
        var engine = new DurableEngine(store, new SimulatedClock(Start), new DurableOptions(), NullLoggerFactory.Instance);
        var registry = new DurableTaskRegistry();
        Register(registry);
        new EmbeddedWorker(engine, JsonDataConverter.Default, NullLoggerFactory.Instance).Add(registry);
        var client = new EmbeddedDurableTaskClient(engine, JsonDataConverter.Default);
        foreach (string story in (string[])["Sleeper", "Listener", "Worker", "Parent", "Done", "Failed"])
        {
            await client.ScheduleNewOrchestrationInstanceAsync(story, story.ToLowerInvariant(), new StartOrchestrationOptions(story.ToLowerInvariant()));
        }

        await client.ScheduleNewOrchestrationInstanceAsync("Sleeper", "later", new StartOrchestrationOptions("later", Start.AddDays(10)));
        await client.RaiseEventAsync("listener", "other", "3");
        await client.RaiseEventAsync("listener", "news", "1");
        await StepAsync(engine);
        await client.ScheduleNewOrchestrationInstanceAsync("Worker", null, new StartOrchestrationOptions("fresh"));
        await client.RaiseEventAsync("listener", "news", "2");
    }

    /// <summary>Turns only: the first activity of the worker stays queued.</summary>
    private static async Task StepAsync(DurableEngine engine)
    {
        while (await engine.OrchestrationPump.StepAsync(CancellationToken.None))
        {
        }
    }
}
