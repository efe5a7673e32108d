using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Bench.Engine;

/// <summary>The durable engine as in the running service: on the machine's clock, fully durable, with its usual limits.</summary>
internal sealed class EngineRig : IAsyncDisposable
{
    private readonly PumpRunner runner;

    private EngineRig(SqliteStore store, DurableTaskClient client, PumpRunner runner)
    {
        Store = store;
        Client = client;
        this.runner = runner;
    }

    public SqliteStore Store { get; }

    public DurableTaskClient Client { get; }

    public static async Task<EngineRig> StartAsync(string folder, Action<DurableTaskRegistry> register)
    {
        SqliteStore store = SqliteStore.Open(Path.Combine(folder, "bench.db"));
        var engine = new DurableEngine(store, TimeProvider.System, new DurableOptions(), NullLoggerFactory.Instance);
        var registry = new DurableTaskRegistry();
        register(registry);
        new EmbeddedWorker(engine, JsonDataConverter.Default, NullLoggerFactory.Instance).Add(registry);
        var pumps = new PumpSet();
        pumps.Add(PumpStage.Orchestrations, engine.OrchestrationPump);
        pumps.Add(PumpStage.Activities, engine.ActivityPump);
        var runner = new PumpRunner(pumps, TimeProvider.System, NullLogger<PumpRunner>.Instance);
        await runner.StartAsync(CancellationToken.None);
        return new EngineRig(store, new EmbeddedDurableTaskClient(engine, JsonDataConverter.Default), runner);
    }

    /// <summary>Starts instances with their numbers as input, all at once, and waits until each has completed.</summary>
    public async Task<OrchestrationMetadata[]> RunAsync(string orchestrator, int count, string prefix = "i")
    {
        await StartAsync(orchestrator, count, prefix);
        return await CompletionAsync(count, prefix);
    }

    public Task StartAsync(string orchestrator, int count, string prefix = "i") => Task.WhenAll(Enumerable.Range(0, count).Select(i =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, i, new StartOrchestrationOptions($"{prefix}{i}"))));

    public async Task<OrchestrationMetadata[]> CompletionAsync(int count, string prefix = "i")
    {
        OrchestrationMetadata[] ended = await Task.WhenAll(Enumerable.Range(0, count).Select(i =>
            Client.WaitForInstanceCompletionAsync($"{prefix}{i}", getInputsAndOutputs: true)));
        return Array.Find(ended, instance => instance.RuntimeStatus != OrchestrationRuntimeStatus.Completed) is { } other
            ? throw new InvalidOperationException($"Expected every orchestration to complete; '{other.InstanceId}' is {other.RuntimeStatus}: {other.FailureDetails}")
            : ended;
    }

    public async ValueTask DisposeAsync()
    {
        await runner.StopAsync(CancellationToken.None);
        runner.Dispose();
        await Store.DisposeAsync();
    }
}
