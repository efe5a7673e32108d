namespace Microsoft.DurableTask;

/// <summary>What a retry handler decides by.</summary>
/// <param name="OrchestrationContext">The context of the calling orchestrator.</param>
/// <param name="LastAttemptNumber">1 after the first attempt.</param>
/// <param name="LastFailure">Why the last attempt failed.</param>
/// <param name="TotalRetryTime">Since the first attempt began.</param>
/// <param name="CancellationToken">Cancels the waiting.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
