using Rettidig.SelfHost.Durable;

namespace Microsoft.DurableTask.Worker;

/// <summary>Calls again after failures, as a policy or a handler says. Runs as orchestrator code: its waits are durable timers.</summary>
internal sealed class Retries(TaskOrchestrationContext context, TaskName name, TaskRetryOptions options)
{
    private readonly DateTime began = context.CurrentUtcDateTime;

    public async Task<string?> RunAsync(Func<Task<string?>> call)
    {
        for (int attempt = 1; ; attempt++)
        {
            FailureException failed;
            try
            {
                return await call();
            }
            catch (FailureException thrown)
            {
                failed = thrown;
            }

            if (!await AgainAsync(attempt, failed))
            {
                throw failed;
            }
        }
    }

    private async Task<bool> AgainAsync(int attempt, FailureException failed)
    {
        if (failed.Failure.IsNonRetriable)
        {
            return false;
        }

        if (options.Handler is { } handler)
        {
            TaskFailureDetails details = TaskFailureDetails.Of(failed.Failure);
            return await handler(new RetryContext(context, attempt, details, context.CurrentUtcDateTime - began, CancellationToken.None));
        }

        RetryPolicy policy = options.Policy!;
        if (attempt >= policy.MaxNumberOfAttempts || TimeIsUp(policy) || !policy.Handle(EmbeddedOrchestrationContext.Failed(name, failed)))
        {
            return false;
        }

        await context.CreateTimer(Delay(policy, attempt), CancellationToken.None);
        return true;
    }

    private bool TimeIsUp(RetryPolicy policy) =>
        policy.RetryTimeout != Timeout.InfiniteTimeSpan && context.CurrentUtcDateTime - began >= policy.RetryTimeout;

    private static TimeSpan Delay(RetryPolicy policy, int attempt)
    {
        double wanted = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        TimeSpan longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return wanted < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(wanted) : longest;
    }
}
