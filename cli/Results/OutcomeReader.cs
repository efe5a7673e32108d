using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Cli.Simulate;
using Rettidig.Cli.Terminal;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Reports;
using Rettidig.Functions.Events;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Rules;
using Rettidig.Functions.Storage;

namespace Rettidig.Cli.Results;

/// <summary>
/// Reads what came of a simulation from the service's own tables. The obligations are evaluated from each case's log once
/// more and held against the stored ones: a service that lagged behind its facts must not pass for one that did not.
/// </summary>
internal static class OutcomeReader
{
    public static async Task<Outcome> ReadAsync(SimulatedService service, Timeline timeline, CancellationToken cancellation)
    {
        var cases = service.Services.GetRequiredService<CaseFiles>();
        var books = service.Services.GetRequiredService<RuleBooks>();
        var ledger = service.Services.GetRequiredService<NoticeLedger>();
        Tables tables = service.Services.GetRequiredService<Tables>();
        var obligations = new List<PlacementObligation>();
        var notices = new List<Notice>();
        var report = new Report(new ReportScope(timeline.Until));
        foreach (PlacementKey placement in timeline.Placements)
        {
            if (await cases.ReadAsync(placement, cancellation) is not { } reading)
            {
                continue;
            }

            IReadOnlyList<Obligation> evaluated = books.BookOf(placement.Municipality).Evaluate(reading.File, timeline.Until).Obligations;
            await CompareAsync(placement, evaluated, tables, cancellation);
            obligations.AddRange(evaluated.Select(obligation => new PlacementObligation(placement, obligation)));
            report.Add(reading.File, books.BookOf(placement.Municipality));
            notices.AddRange(await ledger.ReadAsync(placement, cancellation));
        }

        return new Outcome(
            timeline.Until,
            [.. obligations.OrderBy(row => row.Placement.Subject, StringComparer.Ordinal).ThenBy(row => row.Obligation.DutyId, StringComparer.Ordinal)
                .ThenBy(row => row.Obligation.Occurrence, StringComparer.Ordinal)],
            [.. notices.OrderBy(notice => notice.Key, StringComparer.Ordinal)],
            OutboxMail.In(service.Outbox),
            report,
            await service.DeadLettersAsync());
    }

    private static async Task CompareAsync(PlacementKey placement, IReadOnlyList<Obligation> evaluated, Tables tables, CancellationToken cancellation)
    {
        var stored = new SortedSet<string>(StringComparer.Ordinal);
        string filter = TableClient.CreateQueryFilter($"PartitionKey eq {placement.Partition}");
        await foreach (TableEntity row in tables.Obligations.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            stored.Add($"{row.RowKey} {row.GetString("Due")} {row.GetString("Status")}");
        }

        string[] differing = [.. evaluated.Select(Line).Except(stored), .. stored.Except(evaluated.Select(Line))];
        if (differing.Length > 0)
        {
            throw Refused.AsItWent(
                $"Fejl i Rettidig: fristerne i tabellen for {placement.Subject} er ikke dem, reglerne giver af sagens hændelser ({differing[0]}). Meld den med filen, der blev afspillet.");
        }
    }

    private static string Line(Obligation obligation) =>
        $"{obligation.DutyId}:{obligation.Occurrence} {NodaTime.Text.LocalDatePattern.Iso.Format(obligation.Due)} {obligation.Status}";
}
