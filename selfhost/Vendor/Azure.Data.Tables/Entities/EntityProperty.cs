namespace Azure.Data.Tables;

/// <summary>The names of the properties that every entity has.</summary>
internal static class EntityProperty
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";

    public static bool IsSystem(string name) => name is PartitionKey or RowKey or Timestamp or ETag;
}
