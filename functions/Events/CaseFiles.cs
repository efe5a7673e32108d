using Azure.Data.Tables;
using Microsoft.Extensions.Caching.Memory;
using Rettidig.Domain;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Events;

/// <summary>
/// Reads logs and folds them. What was read is kept by head: a log only grows, so a kept part of it is never wrong, and
/// only what came since is read. Another log under the same key has another name.
/// </summary>
public sealed class CaseFiles(Tables tables) : IDisposable
{
    /// <summary>
    /// Room for the 14,000 placements of the whole country at once, in about 225 MB: a case of 24 events takes 14 KB. Where
    /// there is room for half of them, those looked at in turn find none kept.
    /// </summary>
    private const int MostEventsKept = 400_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostEventsKept });

    /// <summary>The case as its log tells it now; null where there is no log.</summary>
    public async Task<CaseReading?> ReadAsync(PlacementKey placement, CancellationToken cancellationToken)
    {
        string partition = placement.Partition;
        TableEntity? head = await tables.CaseEvents.FindAsync(partition, CaseLog.Head, cancellationToken);
        if (head?.GetInt64("Seq") is not { } seq)
        {
            kept.Remove(partition);
            return null;
        }

        string? log = head.GetString(CaseLog.Name);
        CaseReading? known = kept.Get<CaseReading>(partition);
        if (known is null || known.Name != log || known.Head < seq)
        {
            known = await ReadOnAsync(placement, known?.Name == log ? known : null, log, cancellationToken);
            kept.Set(partition, known, new MemoryCacheEntryOptions { Size = known.Log.Count });
        }

        return known;
    }

    /// <summary>Keeps nothing more of a placement that is erased.</summary>
    public void Forget(PlacementKey placement) => kept.Remove(placement.Partition);

    /// <summary>Keeps nothing more of a municipality's placements.</summary>
    public void Forget(string municipality)
    {
        foreach (object placement in kept.Keys.Where(key => PlacementKey.Parse((string)key).Municipality == municipality))
        {
            kept.Remove(placement);
        }
    }

    public void Dispose() => kept.Dispose();

    private async Task<CaseReading> ReadOnAsync(PlacementKey placement, CaseReading? known, string? name, CancellationToken cancellationToken)
    {
        long last = known?.Head ?? 0;
        var log = new List<CaseEvent>(known?.Log ?? []);
        string from = CaseLog.EventRow(last + 1);
        await foreach (TableEntity row in tables.CaseEvents.RangeAsync(placement.Partition, from, "e;", cancellationToken))
        {
            log.Add(Sharing(log is [.., var before] ? before : null, Read(row)));
            last++;
        }

        return new CaseReading(name, last, CaseFile.Fold(placement, log), log);
    }

    /// <summary>The events of a case say the same of where they come from: held once, a case takes a quarter less room.</summary>
    private static CaseEvent Sharing(CaseEvent? before, CaseEvent read) =>
        before is null ? read : read with { Placement = before.Placement, Source = read.Source == before.Source ? before.Source : read.Source };

    internal static CaseEvent Read(TableEntity row) =>
        EventReader.ReadAgain(row.GetBinary("Payload"), row.GetInstant("ReceivedAt")!.Value) is EventReading.OfCase read
            ? read.Event
            : throw new InvalidOperationException(
                $"Bug in the contract: expected to read again what was accepted in {row.PartitionKey} {row.RowKey}, but it is refused now. A newer contract must read older events.");
}
