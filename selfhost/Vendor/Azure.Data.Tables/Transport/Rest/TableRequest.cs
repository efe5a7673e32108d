using Azure.Core;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>A request to the service: on its own, or as one operation of a transaction.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">Below the endpoint, encoded.</param>
/// <param name="IfMatch">The condition; null: none.</param>
/// <param name="Body">JSON; null: none.</param>
internal sealed record TableRequest(RequestMethod Method, string Path, string? IfMatch = null, byte[]? Body = null)
{
    /// <summary>The types of values come with them, the addresses of entities do not.</summary>
    public const string MediaType = "application/json;odata=minimalmetadata";

    /// <summary>Source: "Insert Entity", "Merge Entity", "Update Entity", "Insert Or Merge Entity", "Insert Or Replace Entity", "Delete Entity".</summary>
    public static TableRequest Of(string table, TableChange change) => change.Kind switch
    {
        TableChangeKind.Add => new(RequestMethod.Post, table, null, Json(change)),
        TableChangeKind.UpdateMerge => new(RequestMethod.Patch, Entity(table, change), change.IfMatch ?? "*", Json(change)),
        TableChangeKind.UpsertMerge => new(RequestMethod.Patch, Entity(table, change), null, Json(change)),
        TableChangeKind.UpdateReplace => new(RequestMethod.Put, Entity(table, change), change.IfMatch ?? "*", Json(change)),
        TableChangeKind.UpsertReplace => new(RequestMethod.Put, Entity(table, change), null, Json(change)),
        _ => new(RequestMethod.Delete, Entity(table, change), change.IfMatch ?? "*"),
    };

    /// <summary>The address of an entity.</summary>
    public static string Entity(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    /// <summary>The headers that go with it, wherever it stands.</summary>
    public IEnumerable<(string Name, string Value)> Headers()
    {
        yield return ("Accept", MediaType);
        yield return ("DataServiceVersion", "3.0");
        if (IfMatch is not null)
        {
            yield return ("If-Match", IfMatch);
        }

        if (Body is not null)
        {
            yield return ("Content-Type", "application/json");
        }

        if (Method == RequestMethod.Post)
        {
            yield return ("Prefer", "return-no-content");
        }
    }

    private static byte[] Json(TableChange change) => EntityJson.Write(change.PartitionKey, change.RowKey, change.Properties);

    private static string Entity(string table, TableChange change) => Entity(table, change.PartitionKey, change.RowKey);

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
