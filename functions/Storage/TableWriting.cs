using Azure;
using Azure.Data.Tables;

namespace Rettidig.Functions.Storage;

/// <summary>Writes that are safe to repeat.</summary>
internal static class TableWriting
{
    /// <summary>The most rows of one entity-group transaction.</summary>
    private const int LargestTransaction = 100;

    /// <summary>Deletes a row; one that is gone already is fine.</summary>
    public static async Task RemoveAsync(this TableClient table, string partition, string row, CancellationToken cancellationToken)
    {
        try
        {
            await table.DeleteEntityAsync(partition, row, ETag.All, cancellationToken);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // Repeating a delete is how a crash between two writes heals.
        }
    }

    /// <summary>Sends actions of one partition, up to a hundred in a transaction. Groups of more are safe to repeat, not atomic.</summary>
    public static async Task SubmitAsync(this TableClient table, IEnumerable<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        foreach (TableTransactionAction[] group in actions.Chunk(LargestTransaction))
        {
            await table.SubmitTransactionAsync(group, cancellationToken);
        }
    }
}
