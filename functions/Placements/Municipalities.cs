using Azure.Data.Tables;
using NodaTime;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>
/// Which municipalities there are: those that have sent an event. The list only grows, and slowly, so it is kept in memory
/// and read anew once an hour for those another process has met.
/// </summary>
public sealed class Municipalities(Tables tables, TimeProvider time)
{
    private const string Partition = "all";

    private static readonly Duration Fresh = Duration.FromHours(1);

    private readonly Lock gate = new();
    private SortedSet<string> known = new(StringComparer.Ordinal);
    private Instant readAt = Instant.MinValue;

    /// <summary>Notes one on its first event.</summary>
    public async Task MeetAsync(string municipality, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (known.Contains(municipality))
            {
                return;
            }
        }

        await tables.Municipalities.UpsertEntityAsync(new TableEntity(Partition, municipality), TableUpdateMode.Replace, cancellationToken);
        lock (gate)
        {
            known = new SortedSet<string>(known, StringComparer.Ordinal) { municipality };
        }
    }

    /// <summary>All of them, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        Instant now = time.Now();
        lock (gate)
        {
            if (now - readAt < Fresh && readAt <= now)
            {
                return [.. known];
            }
        }

        var read = new List<string>();
        await foreach (TableEntity row in tables.Municipalities.PartitionAsync(Partition, cancellationToken))
        {
            read.Add(row.RowKey);
        }

        lock (gate)
        {
            known = new SortedSet<string>(known.Concat(read), StringComparer.Ordinal);
            readAt = now;
            return [.. known];
        }
    }
}
