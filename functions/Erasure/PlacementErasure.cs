using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rettidig.Domain;
using Rettidig.Functions.Events;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Erasure;

/// <summary>
/// Takes everything away that is held about a placement: rows, the instance that follows it, and what this process has
/// read. First it is noted as erased, so that nothing begins anew behind its back; each step may be repeated, and is until
/// nothing is left.
/// </summary>
public sealed class PlacementErasure(Tables tables, HeldRows held, ErasedPlacements erased, CaseFiles cases, ILogger<PlacementErasure> logger)
{
    public async Task<ErasureReport> EraseAsync(PlacementKey placement, DurableTaskClient client, CancellationToken cancellationToken)
    {
        List<HeldRow> rows = await held.ReadAsync(placement, cancellationToken).ToListAsync(cancellationToken);
        OrchestrationMetadata? following = await client.GetInstanceAsync(placement.InstanceId, cancellationToken);
        bool isErased = await erased.ContainsAsync(placement, cancellationToken);
        if (rows.Count == 0 && following is null)
        {
            cases.Forget(placement);
            return new ErasureReport(placement.Subject, isErased, 0, Done: true);
        }

        await erased.AddAsync(placement, CountOf(rows), cancellationToken);
        await EndAsync(following, client, cancellationToken);
        foreach (HeldRow row in rows)
        {
            await row.Table.RemoveAsync(row.Row.PartitionKey, row.Row.RowKey, cancellationToken);
        }

        await client.PurgeInstanceAsync(placement.InstanceId, cancellationToken);
        cases.Forget(placement);
        bool done = await client.GetInstanceAsync(placement.InstanceId, cancellationToken) is null
            && !await held.ReadAsync(placement, cancellationToken).AnyAsync(cancellationToken);
        Log.Erased(logger, placement.Municipality, rows.Count, done);
        return new ErasureReport(placement.Subject, Known: true, rows.Count, done);
    }

    private static async Task EndAsync(OrchestrationMetadata? following, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (following is { IsCompleted: false })
        {
            await client.TerminateInstanceAsync(following.InstanceId, cancellationToken);
        }
    }

    private ErasureCounts CountOf(IReadOnlyCollection<HeldRow> rows) => new(
        1,
        rows.Count(row => row.Table == tables.CaseEvents && row.Row.RowKey.StartsWith("e:", StringComparison.Ordinal)),
        rows.Count(row => row.Table == tables.Obligations),
        rows.Count(row => row.Table == tables.Notices));
}
