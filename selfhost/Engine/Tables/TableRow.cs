using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Tables;

/// <summary>An entity as it is kept. Its properties are decoded when first asked for: many are only counted or passed over.</summary>
public sealed class TableRow
{
    private readonly byte[] blob;
    private Dictionary<string, object>? properties;

    internal TableRow(string partitionKey, string rowKey, long version, byte[] blob)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
        Version = version;
        this.blob = blob;
    }

    /// <summary>A table as a row, so that filters over tables are filters like any other.</summary>
    internal static TableRow OfTable(string name) => new("", name, 0, PropertyBlob.Encode([KeyValuePair.Create("TableName", (object)name)]));

    public string PartitionKey { get; }

    public string RowKey { get; }

    /// <summary>The UTC ticks of the last change; no two changes of a store have the same.</summary>
    public long Version { get; }

    public DateTimeOffset Timestamp => new(Version, TimeSpan.Zero);

    /// <summary>The properties but for the keys and the timestamp.</summary>
    public IReadOnlyDictionary<string, object> Properties => properties ??= PropertyBlob.Decode(blob);

    /// <summary>One property, or null: the others are not decoded for it.</summary>
    public object? Find(string name) => properties is { } decoded ? decoded.GetValueOrDefault(name) : PropertyBlob.Find(blob, name);

    /// <summary>Adds the properties, those selected or all, to what is there: one dictionary less than by way of <see cref="Properties"/>.</summary>
    public void CopyTo(Dictionary<string, object> values, IReadOnlySet<string>? select = null) => PropertyBlob.DecodeInto(values, blob, select);
}
