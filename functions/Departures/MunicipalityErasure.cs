using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Rettidig.Functions.Events;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Departures;

/// <summary>
/// Takes everything away that is held about a municipality, a piece at a time: to be repeated until nothing is left. First
/// it is taken off the list, so that no round and no digest begins; then its instances end; then its rows go, and what was read.
/// </summary>
public sealed class MunicipalityErasure(MunicipalityTables tables, Municipalities municipalities, CaseFiles cases, ILogger<MunicipalityErasure> logger)
{
    /// <summary>A piece that ends well within the four minutes a request may take in Azure.</summary>
    private const int MostRows = 2_000;

    private const int MostInstances = 200;

    private static readonly string[] Keys = ["PartitionKey", "RowKey"];

    public async Task<MunicipalityErased> EraseAsync(string municipality, DurableTaskClient client, CancellationToken cancellationToken)
    {
        await municipalities.ForgetAsync(municipality, cancellationToken);
        int instances = await EndAsync(municipality, client, cancellationToken);
        int rows = 0;
        foreach ((TableClient table, string filter) in tables.Of(municipality))
        {
            rows += await EmptyAsync(table, filter, MostRows - rows, cancellationToken);
        }

        cases.Forget(municipality);
        bool done = instances == 0 && rows == 0;
        Log.Erased(logger, municipality, rows, instances, done);
        return new MunicipalityErased(municipality, rows, instances, done);
    }

    /// <summary>Ends what runs and clears away what has ended; what was ended just now is cleared away next time.</summary>
    private static async Task<int> EndAsync(string municipality, DurableTaskClient client, CancellationToken cancellationToken)
    {
        List<OrchestrationMetadata> some = await MunicipalityInstances.ReadAsync(client, municipality).Take(MostInstances).ToListAsync(cancellationToken);
        foreach (OrchestrationMetadata instance in some)
        {
            if (!instance.IsCompleted)
            {
                await client.TerminateInstanceAsync(instance.InstanceId, cancellationToken);
            }

            await client.PurgeInstanceAsync(instance.InstanceId, cancellationToken);
        }

        return some.Count;
    }

    private static async Task<int> EmptyAsync(TableClient table, string filter, int atMost, CancellationToken cancellationToken)
    {
        if (atMost <= 0)
        {
            return 0;
        }

        List<TableEntity> rows = await table.QueryAsync<TableEntity>(filter, select: Keys, cancellationToken: cancellationToken)
            .Take(atMost).ToListAsync(cancellationToken);
        foreach (IGrouping<string, TableEntity> partition in rows.GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            await RemoveAsync(table, partition, cancellationToken);
        }

        return rows.Count;
    }

    /// <summary>A hundred at a time; where somebody else took one away meanwhile, one by one.</summary>
    private static async Task RemoveAsync(TableClient table, IEnumerable<TableEntity> partition, CancellationToken cancellationToken)
    {
        TableEntity[] rows = [.. partition];
        try
        {
            await table.SubmitAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellationToken);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            foreach (TableEntity row in rows)
            {
                await table.RemoveAsync(row.PartitionKey, row.RowKey, cancellationToken);
            }
        }
    }
}
