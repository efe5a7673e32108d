using Azure.Data.Tables;
using NodaTime;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>
/// Which municipalities there are: those that have sent an event. The list seldom changes, so it is kept in memory and read
/// anew once an hour for those another process has met or taken away.
/// </summary>
public sealed class Municipalities(Tables tables, TimeProvider time)
{
    private const string Partition = "all";

    private static readonly Duration Fresh = Duration.FromHours(1);

    private readonly Lock gate = new();
    private Dictionary<string, Municipality> known = new(StringComparer.Ordinal);
    private Municipality[] list = [];
    private Instant readAt = Instant.MinValue;

    /// <summary>Notes one on its first event.</summary>
    public async Task MeetAsync(string code, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (known.ContainsKey(code))
            {
                return;
            }
        }

        if (await tables.Municipalities.FindAsync(Partition, code, cancellationToken) is not { } row)
        {
            row = new TableEntity(Partition, code) { ["Since"] = time.GetUtcNow() };
            await tables.Municipalities.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
        }

        lock (gate)
        {
            // Two first events may meet it at once.
            Know([.. known.Values.Where(municipality => municipality.Code != code), Of(row)], readAt);
        }
    }

    /// <summary>Takes one off the list: it has moved out.</summary>
    internal async Task ForgetAsync(string code, CancellationToken cancellationToken)
    {
        await tables.Municipalities.RemoveAsync(Partition, code, cancellationToken);
        lock (gate)
        {
            Know([.. known.Values.Where(municipality => municipality.Code != code)], readAt);
        }
    }

    /// <summary>All of them, in ordinal order of their codes.</summary>
    public async Task<IReadOnlyList<Municipality>> ReadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (time.Now() - readAt < Fresh)
            {
                return list;
            }
        }

        return await ReadAnewAsync(cancellationToken);
    }

    /// <summary>All of them, those too that another process has met just now.</summary>
    internal async Task<IReadOnlyList<Municipality>> ReadAnewAsync(CancellationToken cancellationToken)
    {
        Instant now = time.Now();
        var read = new List<Municipality>();
        await foreach (TableEntity row in tables.Municipalities.PartitionAsync(Partition, cancellationToken))
        {
            read.Add(Of(row));
        }

        return Know(read, now);
    }

    private Municipality[] Know(IEnumerable<Municipality> all, Instant at)
    {
        lock (gate)
        {
            known = all.ToDictionary(municipality => municipality.Code, StringComparer.Ordinal);
            readAt = at;
            return list = [.. known.Values.OrderBy(municipality => municipality.Code, StringComparer.Ordinal)];
        }
    }

    private static Municipality Of(TableEntity row) => new(row.RowKey, row.GetInstant("Since") ?? Instant.MinValue);
}
