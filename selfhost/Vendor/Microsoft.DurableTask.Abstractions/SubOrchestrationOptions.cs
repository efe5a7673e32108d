namespace Microsoft.DurableTask;

/// <summary>How a sub-orchestration is called.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry) => InstanceId = instanceId;

    public SubOrchestrationOptions(TaskOptions options, string? instanceId = null)
        : base(options) => InstanceId = instanceId ?? (options as SubOrchestrationOptions)?.InstanceId;

    public SubOrchestrationOptions(SubOrchestrationOptions options)
        : base(options) => InstanceId = options.InstanceId;

    /// <summary>The id of the sub-orchestration; without one it gets a deterministic one.</summary>
    public string? InstanceId { get; init; }
}
