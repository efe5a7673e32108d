using System.Collections.Concurrent;
using Azure.Data.Tables;
using Rettidig.Domain;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Events;

/// <summary>
/// Reads logs and folds them. What was read is kept by head: a log only grows, so a kept part of it is never wrong, and
/// only what came since is read. Another log under the same key has another name.
/// </summary>
public sealed class CaseFiles(Tables tables)
{
    /// <summary>Some megabytes. Reached only by a large municipality in its first hour.</summary>
    private const int MostKept = 5000;

    private readonly ConcurrentDictionary<PlacementKey, CaseReading> kept = [];

    /// <summary>The case as its log tells it now; null where there is no log.</summary>
    public async Task<CaseReading?> ReadAsync(PlacementKey placement, CancellationToken cancellationToken)
    {
        TableEntity? head = await tables.CaseEvents.FindAsync(placement.Partition, CaseLog.Head, cancellationToken);
        if (head?.GetInt64("Seq") is not { } seq)
        {
            kept.TryRemove(placement, out _);
            return null;
        }

        string? log = head.GetString(CaseLog.Name);
        if (!kept.TryGetValue(placement, out CaseReading? known) || known.Name != log || known.Head < seq)
        {
            known = await ReadOnAsync(placement, known?.Name == log ? known : null, log, cancellationToken);
            Keep(placement, known);
        }

        return known;
    }

    private async Task<CaseReading> ReadOnAsync(PlacementKey placement, CaseReading? known, string? name, CancellationToken cancellationToken)
    {
        long last = known?.Head ?? 0;
        var log = new List<CaseEvent>(known?.Log ?? []);
        string from = CaseLog.EventRow(last + 1);
        await foreach (TableEntity row in tables.CaseEvents.RangeAsync(placement.Partition, from, "e;", cancellationToken))
        {
            log.Add(Read(row));
            last++;
        }

        return new CaseReading(name, last, CaseFile.Fold(placement, log), log);
    }

    internal static CaseEvent Read(TableEntity row) =>
        EventReader.ReadAgain(row.GetBinary("Payload"), row.GetInstant("ReceivedAt")!.Value) is EventReading.OfCase read
            ? read.Event
            : throw new InvalidOperationException(
                $"Bug in the contract: expected to read again what was accepted in {row.PartitionKey} {row.RowKey}, but it is refused now. A newer contract must read older events.");

    private void Keep(PlacementKey placement, CaseReading read)
    {
        if (kept.Count >= MostKept)
        {
            kept.Clear();
        }

        kept[placement] = read;
    }
}
