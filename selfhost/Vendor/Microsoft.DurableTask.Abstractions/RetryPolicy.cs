using System.ComponentModel;

namespace Microsoft.DurableTask;

/// <summary>Tries again after intervals that grow by a factor.</summary>
public class RetryPolicy
{
    /// <param name="maxNumberOfAttempts">With the first one; at least 1.</param>
    /// <param name="firstRetryInterval">Between the first failure and the second attempt; more than zero.</param>
    /// <param name="backoffCoefficient">Each interval is the one before times this; at least 1.</param>
    /// <param name="maxRetryInterval">No interval is longer; one hour when not given.</param>
    /// <param name="retryTimeout">No attempt begins later than this after the first one; no limit when not given.</param>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNumberOfAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1);
        RefuseShorter(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        RefuseShorter(retryTimeout, firstRetryInterval, nameof(retryTimeout));
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    public TimeSpan MaxRetryInterval { get; }

    public TimeSpan RetryTimeout { get; }

    /// <summary>Whether a failure is worth another attempt; set through <see cref="HandleFailure"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Func<Exception, bool> Handle { get; private init; } = _ => true;

    /// <summary>Whether a failure is worth another attempt. Must be deterministic: it is asked again on replay.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => Handle = failure => value(TaskFailureDetails.Of(failure));
    }

    private static void RefuseShorter(TimeSpan? value, TimeSpan first, string name)
    {
        if (value is { } given && given < first && given != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(
                name, given, $"{name} must be at least firstRetryInterval ({first}); use Timeout.InfiniteTimeSpan for no limit.");
        }
    }
}
