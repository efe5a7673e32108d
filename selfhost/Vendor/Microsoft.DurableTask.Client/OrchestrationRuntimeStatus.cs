namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration stands.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has begun and is not finished; it may be waiting.</summary>
    Running = 0,

    /// <summary>Its orchestrator returned.</summary>
    Completed = 1,

    /// <summary>Its orchestrator threw.</summary>
    Failed = 3,

    /// <summary>It was ended from outside.</summary>
    Terminated = 5,

    /// <summary>It has not begun yet.</summary>
    Pending = 6,
}
