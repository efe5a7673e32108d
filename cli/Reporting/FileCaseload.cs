using NodaTime;
using Rettidig.Cli.Events;
using Rettidig.Domain;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Events;
using Rettidig.Domain.Reports;
using Rettidig.Functions.Rules;

namespace Rettidig.Cli.Reporting;

/// <summary>The caseload of a file of events.</summary>
internal sealed class FileCaseload(IReadOnlyList<EventLine> lines, RuleBooks books)
{
    /// <summary>The day of the last event: what a report is as of where nothing else is said.</summary>
    public LocalDate LastDay => CopenhagenTime.DateOf(lines.Max(line => line.Time));

    /// <summary>The codes of the municipalities there are.</summary>
    public IReadOnlyList<string> Municipalities =>
        [.. lines.Where(line => line.Placement is not null).Select(line => line.Placement!.Value.Municipality).Distinct().Order(StringComparer.Ordinal)];

    public Report Count(ReportScope scope, CancellationToken cancellation)
    {
        var report = new Report(scope);
        foreach (IGrouping<PlacementKey, EventLine> placement in lines.Where(line => line.Placement is not null).GroupBy(line => line.Placement!.Value))
        {
            cancellation.ThrowIfCancellationRequested();
            report.Add(placement.Key, placement.Select(Read), books.BookOf(placement.Key.Municipality));
        }

        return report;
    }

    /// <summary>A file does not say when its events arrived; no figure rests on it.</summary>
    private static CaseEvent Read(EventLine line) => ((EventReading.OfCase)EventReader.Read(line.Json.Span, line.Time)).Event;
}
