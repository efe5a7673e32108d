using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Durable;

namespace Microsoft.DurableTask.Worker;

/// <summary>The orchestrator's view of the engine: values instead of JSON, and calls that are tried again.</summary>
internal sealed class EmbeddedOrchestrationContext(OrchestrationTurn turn, DataConverter converter, ILoggerFactory logs) : TaskOrchestrationContext
{
    private readonly EventTypes eventTypes = new();

    public override TaskName Name => turn.Name;

    public override string InstanceId => turn.InstanceId;

    public override ParentOrchestrationInstance? Parent { get; } =
        turn.Parent is { } parent ? new ParentOrchestrationInstance(parent.Name, parent.InstanceId) : null;

    public override DateTime CurrentUtcDateTime => turn.CurrentUtcDateTime;

    public override bool IsReplaying => turn.IsReplaying;

    protected override ILoggerFactory LoggerFactory => logs;

    public override T? GetInput<T>()
        where T : default => converter.Deserialize<T>(turn.Input);

    public object? GetInput(Type type) => converter.Deserialize(turn.Input, type);

    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name.Name, nameof(name));
        RefuseOptionsAsInput(input, options);
        string? json = converter.Serialize(input);
        return CallAsync<TResult>(name, options, () => turn.CallActivityAsync(name, json));
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        RefuseOptionsAsInput(input, options);
        string? json = converter.Serialize(input);
        string id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        return CallAsync<TResult>(orchestratorName, options, () => turn.CallSubOrchestratorAsync(orchestratorName, id, json));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) =>
        turn.CreateTimerAsync(fireAt, cancellationToken);

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        eventTypes.Check(eventName, typeof(T));
        Task<string?> raised = turn.WaitForEventAsync(eventName, cancellationToken);
        eventTypes.Add(eventName, typeof(T), raised);
        return ReadAsync<T>(raised);
    }

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        turn.SendEvent(instanceId, eventName, converter.Serialize(payload));

    public override void SetCustomStatus(object? customStatus) => turn.SetCustomStatus(converter.Serialize(customStatus));

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        turn.ContinueAsNew(converter.Serialize(newInput), preserveUnprocessedEvents);

    public override Guid NewGuid() => turn.NewGuid();

    /// <summary>
    /// Without an await, which would throw to tell of a cancellation: a placement that is woken cancels its waits each time,
    /// and an exception costs as much as everything else it does then.
    /// </summary>
    private Task<T> ReadAsync<T>(Task<string?> raised)
    {
        var read = new TaskCompletionSource<T>();
        if (raised.IsCompleted)
        {
            Read(raised, read);
        }
        else
        {
            raised.ContinueWith(ended => Read(ended, read), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return read.Task;
    }

    private void Read<T>(Task<string?> raised, TaskCompletionSource<T> read)
    {
        if (raised.IsCanceled)
        {
            read.SetCanceled(new TaskCanceledException(raised).CancellationToken);
            return;
        }

        try
        {
            read.SetResult(converter.Deserialize<T>(raised.Result)!);
        }
        catch (Exception unreadable)
        {
            read.SetException(unreadable);
        }
    }

    private async Task<TResult> CallAsync<TResult>(TaskName name, TaskOptions? options, Func<Task<string?>> call)
    {
        try
        {
            string? result = options?.Retry is { } retry
                ? await new Retries(this, name, retry).RunAsync(call)
                : await call();
            return converter.Deserialize<TResult>(result)!;
        }
        catch (FailureException failed)
        {
            throw Failed(name, failed);
        }
    }

    internal static TaskFailedException Failed(TaskName name, FailureException failed) =>
        new(name, failed.Step, TaskFailureDetails.Of(failed.Failure));

    private static void RefuseOptionsAsInput(object? input, TaskOptions? options)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException(
                "TaskOptions were given as the input. If they are meant as the options, write options: before them.", nameof(input));
        }
    }
}
