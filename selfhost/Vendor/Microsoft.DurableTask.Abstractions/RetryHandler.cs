namespace Microsoft.DurableTask;

/// <summary>Asked after each failure: <see langword="true"/> tries again at once. Runs as orchestrator code and must be deterministic.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>As <see cref="RetryHandler"/>, and may wait, for example for a durable timer.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
