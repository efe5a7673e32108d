using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Rettidig.Orchestrations.Watch;

namespace Rettidig.Orchestrations.Reconsiderations;

/// <summary>
/// Makes every open placement look at itself by the rules and settings of now, page by page, instead of at its next look.
/// It only wakes: what a look finds changed it writes, and what it finds the same it leaves.
/// </summary>
public static class Reconsideration
{
    private static readonly TaskOptions Patiently = TaskOptions.FromRetryPolicy(
        new RetryPolicy(8, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));

    [Function(nameof(Reconsideration))]
    public static async Task<ReconsiderReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        ReconsiderRequest request = context.GetInput<ReconsiderRequest>()
            ?? throw new InvalidOperationException("Bug in the start of Reconsideration: expected the municipality, or none for all, as input.");
        IReadOnlyList<string> municipalities = request.Municipality is { } one
            ? [one]
            : await context.CallActivityAsync<IReadOnlyList<string>>(nameof(ListMunicipalities), null, Patiently);
        var report = new ReconsiderReport(0, 0);
        foreach (string municipality in municipalities)
        {
            report = report with { Open = report.Open + await context.CallActivityAsync<int>(nameof(CountOpen), municipality, Patiently) };
        }

        foreach (string municipality in municipalities)
        {
            report = await WakeAsync(context, municipality, report);
        }

        return report;
    }

    private static async Task<ReconsiderReport> WakeAsync(TaskOrchestrationContext context, string municipality, ReconsiderReport report)
    {
        string? after = null;
        do
        {
            context.SetCustomStatus(report);
            WokenPage page = await context.CallActivityAsync<WokenPage>(nameof(WakePlacements), new WakePage(municipality, after), Patiently);
            report = report with { Woken = report.Woken + page.Woken };
            after = page.Last;
        }
        while (after is not null);

        context.SetCustomStatus(report);
        return report;
    }
}
