using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Rettidig.Contract.Tests.Durable;

/// <summary>What every part of the contract needs.</summary>
public abstract class DurableContract : IAsyncLifetime
{
    /// <summary>What a test writes down from inside orchestrators and activities.</summary>
    protected List<string> Seen { get; } = [];

    private protected IDurableSubject Subject { get; private set; } = null!;

    protected DurableTaskClient Client => Subject.Client;

    public Task InitializeAsync()
    {
        Subject = NewSubject();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await Subject.DisposeAsync();

    private protected abstract IDurableSubject NewSubject();

    private protected Task RegisterAsync(Action<DurableTaskRegistry> register) => Subject.StartAsync(register);

    protected Task SettleAsync() => Subject.SettleAsync();

    protected Task PassAsync(TimeSpan time) => Subject.PassAsync(time);

    /// <summary>Starts an instance and does what can be done without time passing.</summary>
    protected async Task StartAsync(string orchestrator, string id, object? input = null)
    {
        await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));
        await SettleAsync();
    }

    protected async Task RaiseAsync(string id, string name, object? payload = null)
    {
        await Client.RaiseEventAsync(id, name, payload);
        await SettleAsync();
    }

    protected async Task<OrchestrationMetadata> InstanceAsync(string id) =>
        await Client.GetInstanceAsync(id, getInputsAndOutputs: true) ?? throw new InvalidOperationException($"There is no instance '{id}'.");

    protected async Task<OrchestrationRuntimeStatus> StatusAsync(string id) => (await InstanceAsync(id)).RuntimeStatus;

    /// <summary>What the instance returned; it must have completed.</summary>
    protected async Task<T?> OutputAsync<T>(string id)
    {
        OrchestrationMetadata instance = await InstanceAsync(id);
        Assert.True(instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{instance}: {instance.FailureDetails}");
        return instance.ReadOutputAs<T>();
    }
}
