using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Client;

/// <summary>An orchestration as seen from outside. Input, output and status can be read only when they were asked for.</summary>
public sealed class OrchestrationMetadata
{
    public OrchestrationMetadata(string name, string instanceId)
    {
        Name = name;
        InstanceId = instanceId;
    }

    public string Name { get; }

    public string InstanceId { get; }

    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastUpdatedAt { get; init; }

    public string? SerializedInput { get; init; }

    public string? SerializedOutput { get; init; }

    public string? SerializedCustomStatus { get; init; }

    /// <summary>Why it failed; <see langword="null"/> unless it did.</summary>
    public TaskFailureDetails? FailureDetails { get; init; }

    public DataConverter? DataConverter { get; init; }

    public bool IsRunning => RuntimeStatus is OrchestrationRuntimeStatus.Running;

    public bool IsCompleted => RuntimeStatus is OrchestrationRuntimeStatus.Completed
        or OrchestrationRuntimeStatus.Failed
        or OrchestrationRuntimeStatus.Terminated;

    /// <summary>Whether inputs and outputs were fetched: reading what was not fetched is an error, not nothing.</summary>
    internal bool HasData { get; init; } = true;

    public T? ReadInputAs<T>() => Read<T>(SerializedInput, "input");

    public T? ReadOutputAs<T>() => Read<T>(SerializedOutput, "output");

    public T? ReadCustomStatusAs<T>() => Read<T>(SerializedCustomStatus, "custom status");

    public override string ToString() => $"[Name: '{Name}', ID: '{InstanceId}', RuntimeStatus: {RuntimeStatus}]";

    private T? Read<T>(string? data, string what) =>
        HasData
            ? (DataConverter ?? JsonDataConverter.Default).Deserialize<T>(data)
            : throw new InvalidOperationException(
                $"The {what} of '{InstanceId}' was not fetched. Ask for it with getInputsAndOutputs: true, or FetchInputsAndOutputs in a query.");
}
