using System.Text.Json.Nodes;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rettidig.Domain;

namespace Rettidig.Functions.Erasure;

/// <summary>Everything that is held about a placement, as JSON: each table's rows as they are, and the events as they came.</summary>
public sealed class PlacementExport(HeldRows held, TimeProvider time, ILogger<PlacementExport> logger)
{
    /// <summary>Null where nothing is held.</summary>
    public async Task<JsonObject?> ReadAsync(PlacementKey placement, DurableTaskClient client, CancellationToken cancellationToken)
    {
        List<HeldRow> rows = await held.ReadAsync(placement, cancellationToken).ToListAsync(cancellationToken);
        OrchestrationMetadata? following = await client.GetInstanceAsync(placement.InstanceId, cancellationToken);
        if (rows.Count == 0 && following is null)
        {
            return null;
        }

        Log.Exported(logger, placement.Municipality, rows.Count);
        return new JsonObject
        {
            ["placement"] = placement.Subject,
            ["exportedAt"] = time.GetUtcNow(),
            ["tables"] = RowJson.Tables(rows),
            ["instance"] = following is null ? null : new JsonObject
            {
                ["id"] = following.InstanceId,
                ["status"] = following.RuntimeStatus.ToString(),
                ["createdAt"] = following.CreatedAt,
                ["lastUpdatedAt"] = following.LastUpdatedAt,
            },
        };
    }
}
