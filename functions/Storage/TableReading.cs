using Azure;
using Azure.Data.Tables;

namespace Rettidig.Functions.Storage;

/// <summary>Point reads and ranges of row keys: the only two ways a table is read here.</summary>
internal static class TableReading
{
    /// <summary>The row, or null.</summary>
    public static async Task<TableEntity?> FindAsync(this TableClient table, string partition, string row, CancellationToken cancellationToken)
    {
        NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Every row of a partition, in the order of row keys.</summary>
    public static AsyncPageable<TableEntity> PartitionAsync(this TableClient table, string partition, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellationToken);

    /// <summary>All of a partition at once, where it is a placement's and is wanted whole.</summary>
    public static async Task<List<TableEntity>> WholePartitionAsync(this TableClient table, string partition, CancellationToken cancellationToken)
    {
        var rows = new List<TableEntity>();
        await foreach (Page<TableEntity> page in table.PartitionAsync(partition, cancellationToken).AsPages())
        {
            rows.AddRange(page.Values);
        }

        return rows;
    }

    /// <summary>The rows of a partition from one row key up to, not with, another.</summary>
    public static AsyncPageable<TableEntity> RangeAsync(
        this TableClient table, string partition, string from, string before, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}"),
            cancellationToken: cancellationToken);
}
