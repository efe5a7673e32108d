using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Rettidig.Orchestrations.Placements;

/// <summary>
/// Follows one placement for as long as it lasts. It carries no state of the case: it looks at the facts, sleeps until
/// there is news or until the agenda changes by itself, and looks again. So a signal lost, doubled or early harms nothing,
/// the history stays a few rows long, and new rules need no migration of what runs.
/// </summary>
public static class PlacementLifecycle
{
    /// <summary>The event that says "look": it carries nothing, for the log is the truth.</summary>
    public const string News = "news";

    // Storage that is away for an hour must not end a lifecycle; one that ends all the same is restarted by the watchdog.
    private static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(
        new RetryPolicy(10, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(15)));

    [Function(nameof(PlacementLifecycle))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        string placement = context.GetInput<string>()
            ?? throw new InvalidOperationException("Bug in the start of PlacementLifecycle: expected the placement as input, such as '101/P-7'.");
        var request = new LookRequest(placement, new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero));
        Look look = await context.CallActivityAsync<Look>(nameof(Reconcile), request, Patiently);
        if (look.Closed)
        {
            return;
        }

        await SleepAsync(context, look.WakeAt);
        context.ContinueAsNew(placement, preserveUnprocessedEvents: true);
    }

    private static async Task SleepAsync(TaskOrchestrationContext context, DateTimeOffset wakeAt)
    {
        using var awake = new CancellationTokenSource();
        Task news = context.WaitForExternalEvent<string?>(News, awake.Token);
        Task timer = context.CreateTimer(wakeAt.UtcDateTime, awake.Token);
        if (await Task.WhenAny(news, timer) == news)
        {
            Drain(context, awake.Token);
        }

        awake.Cancel();
    }

    /// <summary>Ten events in a row ask for one look, not ten.</summary>
    private static void Drain(TaskOrchestrationContext context, CancellationToken token)
    {
        while (context.WaitForExternalEvent<string?>(News, token).IsCompleted)
        {
        }
    }
}
