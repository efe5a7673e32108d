using Rettidig.Domain.Reports;
using Rettidig.Functions.Events;
using Rettidig.Functions.Rules;

namespace Rettidig.Functions.Reports;

/// <summary>Reports over everything in the store.</summary>
public sealed class CaseloadReports(PlacementLogs logs, RuleBooks books)
{
    /// <summary>Counts the placements of a scope, one by one.</summary>
    /// <param name="scope">Which placements, and as of when.</param>
    /// <param name="progress">Is handed how many have been looked at, now and then.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    public async Task<Report> CountAsync(ReportScope scope, Action<int> progress, CancellationToken cancellationToken)
    {
        const int Often = 100;
        var report = new Report(scope);
        int seen = 0;
        await foreach (StoredLog log in logs.ReadAsync(scope.Municipality, cancellationToken))
        {
            report.Add(log.Placement, log.Events, books.BookOf(log.Placement.Municipality));
            if (++seen % Often == 0)
            {
                progress(seen);
            }
        }

        return report;
    }
}
