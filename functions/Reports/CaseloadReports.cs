using Rettidig.Domain.Reports;
using Rettidig.Functions.Events;
using Rettidig.Functions.Rules;

namespace Rettidig.Functions.Reports;

/// <summary>Reports over everything in the store.</summary>
public sealed class CaseloadReports(PlacementLogs logs, RuleBooks books)
{
    private const int Often = 100;

    /// <summary>The codes of the municipalities there are, as far as the store says: one from before it did names none.</summary>
    public IReadOnlyList<string> Municipalities { get; init; } = [];

    /// <summary>Counts the placements of a scope: one by one from the store, as many at once as there are processors.</summary>
    /// <param name="scope">Which placements, and as of when.</param>
    /// <param name="progress">Is handed how many have been looked at, now and then.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    public async Task<Report> CountAsync(ReportScope scope, Action<int> progress, CancellationToken cancellationToken)
    {
        var report = new Report(scope);
        int seen = 0;
        await Parallel.ForEachAsync(logs.ReadAsync(scope.Municipality, cancellationToken), cancellationToken, (log, _) =>
        {
            report.Add(log.Placement, log.Events, books.BookOf(log.Placement.Municipality));
            if (Interlocked.Increment(ref seen) is var count && count % Often == 0)
            {
                progress(count);
            }

            return ValueTask.CompletedTask;
        });
        return report;
    }
}
