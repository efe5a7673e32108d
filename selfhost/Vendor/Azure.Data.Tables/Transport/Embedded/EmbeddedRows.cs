using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>Rows and positions of the embedded storage, as the client shows them.</summary>
internal static class EmbeddedRows
{
    public static Dictionary<string, object> ToValues(TableRow row, HashSet<string>? select)
    {
        var values = new Dictionary<string, object>(8, StringComparer.Ordinal) { [EntityProperty.ETag] = TableETag.Of(row.Version) };
        Add(EntityProperty.PartitionKey, row.PartitionKey);
        Add(EntityProperty.RowKey, row.RowKey);
        Add(EntityProperty.Timestamp, row.Timestamp);
        row.CopyTo(values, select);
        return values;

        void Add(string name, object value)
        {
            if (select is null || select.Contains(name))
            {
                values[name] = value;
            }
        }
    }

    /// <summary>One of <see cref="ToValues"/>.</summary>
    public static object? Find(TableRow row, HashSet<string>? select, string name) => name switch
    {
        EntityProperty.ETag => TableETag.Of(row.Version),
        _ when select is not null && !select.Contains(name) => null,
        EntityProperty.PartitionKey => row.PartitionKey,
        EntityProperty.RowKey => row.RowKey,
        EntityProperty.Timestamp => row.Timestamp,
        _ => row.Find(name),
    };

    public static string? ToToken(TableKey? key) => key is null ? null : PageToken.Of(key.PartitionKey, key.RowKey);

    public static TableKey? ToKey(string? token) => PageToken.Read(token) is var (partition, row) ? new TableKey(partition, row) : null;
}
