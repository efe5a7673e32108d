using System.Text;
using Azure.Data.Tables;
using NodaTime;
using Rettidig.Cli.Events;
using Rettidig.Domain.Events;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Events;
using Rettidig.Functions.Storage;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Bench.Reports;

/// <summary>
/// A store with the placements of a whole country: the fuller cases of the samples, again and again under new references in 98
/// municipalities, written to the log as the service writes them.
/// </summary>
internal static class Country
{
    private const int Municipalities = 98;
    private const int FewestEvents = 20;

    private static readonly string[] Samples = ["52-sager.jsonl", "225-sager.jsonl"];

    /// <summary>Fills the store of a data folder.</summary>
    /// <returns>How many events it holds.</returns>
    public static async Task<int> FillAsync(string folder, int placements)
    {
        string file = Path.Combine(folder, "rettidig.db");
        await using SqliteStore store = SqliteStore.Open(file, StoreDurability.None);
        var tables = new Tables(new TableServiceClient(EmbeddedDefaults.ConnectionPrefix + file));
        foreach (TableClient table in new[] { tables.CaseEvents, tables.Erased })
        {
            await table.CreateIfNotExistsAsync();
        }

        var log = new CaseLog(tables, new ErasedPlacements(tables, TimeProvider.System));
        IReadOnlyList<(string Subject, string[] Lines)> cases = Cases();
        int events = 0;
        for (int placement = 0; placement < placements; placement++)
        {
            (string subject, string[] lines) = cases[placement % cases.Count];
            events += await WriteAsync(log, lines, $"\"{subject}\"", $"\"{101 + (placement % Municipalities)}/N-{placement:D5}\"");
        }

        return events;
    }

    private static async Task<int> WriteAsync(CaseLog log, string[] lines, string subject, string renamed)
    {
        foreach (string line in lines)
        {
            byte[] json = Encoding.UTF8.GetBytes(line.Replace(subject, renamed, StringComparison.Ordinal));
            var read = (EventReading.OfCase)EventReader.Read(json, Instant.FromUtc(2025, 8, 1, 6, 0));
            await log.AppendAsync(read.Event, BinaryData.FromBytes(json), CancellationToken.None);
        }

        return lines.Length;
    }

    private static IReadOnlyList<(string Subject, string[] Lines)> Cases() =>
    [
        .. Samples.SelectMany(sample => EventFile.Read(Path.Combine("samples", sample)))
            .Where(line => line.Placement is not null)
            .GroupBy(line => line.Placement!.Value)
            .Where(placement => placement.Count() >= FewestEvents)
            .Select(placement => (placement.Key.Subject, placement.Select(line => Encoding.UTF8.GetString(line.Json.Span)).ToArray())),
    ];
}
