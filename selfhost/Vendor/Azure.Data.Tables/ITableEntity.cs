namespace Azure.Data.Tables;

/// <summary>What an entity of a table has at least. Classes of one's own implement it; <see cref="TableEntity"/> takes any properties.</summary>
public interface ITableEntity
{
    /// <summary>Up to 512 characters (1 KiB), without / \ # ? and control characters.</summary>
    string PartitionKey { get; set; }

    /// <summary>Unique within its partition; as the partition key otherwise.</summary>
    string RowKey { get; set; }

    /// <summary>When the service last changed the entity; ignored when writing.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>Changes with every write; the condition of an update.</summary>
    ETag ETag { get; set; }
}
