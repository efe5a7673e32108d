namespace Microsoft.DurableTask;

/// <summary>How an activity or a sub-orchestration is called.</summary>
public record TaskOptions
{
    public TaskOptions(TaskRetryOptions? retry) => Retry = retry;

    public TaskOptions(TaskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Retry = options.Retry;
    }

    /// <summary>When and how often to try again after a failure; <see langword="null"/>: never.</summary>
    public TaskRetryOptions? Retry { get; init; }

    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(TaskRetryOptions.FromRetryPolicy(policy));

    public static TaskOptions FromRetryHandler(AsyncRetryHandler handler) => new(TaskRetryOptions.FromRetryHandler(handler));

    public static TaskOptions FromRetryHandler(RetryHandler handler) => new(TaskRetryOptions.FromRetryHandler(handler));

    /// <summary>The same options for a sub-orchestration with an id of its own.</summary>
    public SubOrchestrationOptions WithInstanceId(string instanceId) => new(this, instanceId);
}
