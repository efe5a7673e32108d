using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Rettidig.Orchestrations.Reminders;

/// <summary>
/// One round of mails: one to each recipient, with everything that is due. What a recipient's mailbox refuses goes to the
/// next in line (substitute, leader, operator) as a new bundle in the same round.
/// </summary>
public static class ReminderRound
{
    /// <summary>A caseworker, a substitute, a few leaders and the operator: nobody has a longer line.</summary>
    private const int LongestLine = 8;

    private static readonly TaskOptions Briefly = TaskOptions.FromRetryPolicy(
        new RetryPolicy(6, TimeSpan.FromSeconds(10), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(10)));

    // A mail service may be away for a morning. What could not be sent by then stays in the outbox for the next round.
    private static readonly TaskOptions AllMorning = TaskOptions.FromRetryPolicy(
        new RetryPolicy(12, TimeSpan.FromMinutes(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    [Function(nameof(ReminderRound))]
    public static async Task<RoundReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        RoundRequest round = context.GetInput<RoundRequest>()
            ?? throw new InvalidOperationException("Bug in the start of ReminderRound: expected the municipality and the day as input.");
        var report = new RoundReport(0, 0, 0);
        var gaveUp = new HashSet<string>(StringComparer.Ordinal);
        for (int turn = 1; turn <= LongestLine; turn++)
        {
            IReadOnlyList<Bundle> bundles = await context.CallActivityAsync<IReadOnlyList<Bundle>>(nameof(ListBundles), round with { Turn = turn }, Briefly);
            Bundle[] open = [.. bundles.Where(bundle => !gaveUp.Contains(bundle.Recipient))];
            BundleOutcome[] outcomes = await Task.WhenAll(open.Select(bundle => SendAsync(context, bundle)));
            report = report.Plus(outcomes);
            gaveUp.UnionWith(open.Zip(outcomes).Where(sent => sent.Second == BundleOutcome.NotSent).Select(sent => sent.First.Recipient));
            if (!outcomes.Contains(BundleOutcome.Refused))
            {
                break;
            }
        }

        return report;
    }

    private static async Task<BundleOutcome> SendAsync(TaskOrchestrationContext context, Bundle bundle)
    {
        try
        {
            return await context.CallActivityAsync<BundleOutcome>(nameof(SendBundle), bundle, AllMorning);
        }
        catch (TaskFailedException)
        {
            // Logged by the activity. The notices are still in the outbox.
            return BundleOutcome.NotSent;
        }
    }
}
