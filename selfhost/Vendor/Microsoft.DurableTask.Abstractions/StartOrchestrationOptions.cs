namespace Microsoft.DurableTask;

/// <summary>How a new orchestration is started.</summary>
public record StartOrchestrationOptions
{
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The id; without one the instance gets a random one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Not before this moment; <see langword="null"/>: now.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>
    /// Names of statuses in which an instance of the same id is left alone and the start refused.
    /// By default those of an instance that is not finished.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
