using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Rettidig.Orchestrations.Digests;

/// <summary>Tells each manager of a municipality, once a week, what is overdue and what comes.</summary>
public static class WeeklyDigest
{
    private static readonly TaskOptions AllMorning = TaskOptions.FromRetryPolicy(
        new RetryPolicy(12, TimeSpan.FromMinutes(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    [Function(nameof(WeeklyDigest))]
    public static async Task<int> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        DigestRequest week = context.GetInput<DigestRequest>()
            ?? throw new InvalidOperationException("Bug in the start of WeeklyDigest: expected the municipality and the week as input.");
        IReadOnlyList<string> managers = await context.CallActivityAsync<IReadOnlyList<string>>(nameof(ListDigests), week, AllMorning);
        bool[] sent = await Task.WhenAll(managers.Select(manager =>
            context.CallActivityAsync<bool>(nameof(SendDigest), new DigestOrder(week, manager), AllMorning)));
        return sent.Count(mail => mail);
    }
}
