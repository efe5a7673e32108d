using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Rettidig.SelfHost.Tables;

namespace Azure.Data.Tables;

/// <summary>An entity with any properties, by name. Keys, timestamp and ETag stand among them.</summary>
/// <remarks>Values are string, int, long, double, bool, DateTimeOffset or DateTime, Guid, byte[] or BinaryData; a moment is read back as DateTimeOffset.</remarks>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    /// <summary>So many properties of a stored row are looked up in it one by one; who asks for more is after most of them.</summary>
    private const int FewQuestions = 8;

    private readonly TableRow? stored;
    private readonly HashSet<string>? selected;
    private Dictionary<string, object>? decoded;
    private int questions;

    public TableEntity() => decoded = new Dictionary<string, object>(StringComparer.Ordinal);

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values) => decoded = new Dictionary<string, object>(values, StringComparer.Ordinal);

    private TableEntity(Dictionary<string, object> own, bool _) => decoded = own;

    private TableEntity(TableRow row, HashSet<string>? select)
    {
        stored = row;
        selected = select;
    }

    public string PartitionKey
    {
        get => GetString(EntityProperty.PartitionKey)!;
        set => Properties[EntityProperty.PartitionKey] = value;
    }

    public string RowKey
    {
        get => GetString(EntityProperty.RowKey)!;
        set => Properties[EntityProperty.RowKey] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => Get<DateTimeOffset?>(EntityProperty.Timestamp);
        set => Properties[EntityProperty.Timestamp] = value!;
    }

    public ETag ETag
    {
        get => GetString(EntityProperty.ETag) is { } tag ? new ETag(tag) : default;
        set => Properties[EntityProperty.ETag] = value.ToString();
    }

    public ICollection<string> Keys => Properties.Keys;

    public int Count => Properties.Count;

    ICollection<object> IDictionary<string, object>.Values => Properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    private ICollection<KeyValuePair<string, object>> Pairs => Properties;

    private Dictionary<string, object> Properties => decoded ??= EmbeddedRows.ToValues(stored!, selected);

    /// <summary>The value, or null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The property has a value of another type: a property does not change its type.</exception>
    [AllowNull]
    public object this[string key]
    {
        get => Find(key)!;
        set => Properties[key] = value is not null && Properties.TryGetValue(key, out object? existing) && existing is not null ? Coerce(existing, value) : value!;
    }

    /// <summary>An entity that has the dictionary for its own, which the public constructor copies.</summary>
    internal static TableEntity Over(Dictionary<string, object> properties) => new(properties, true);

    /// <summary>An entity of a stored row, of which no more is decoded than is asked for: of most rows that is a column or two.</summary>
    internal static TableEntity Over(TableRow row, HashSet<string>? select) => new(row, select);

    public string? GetString(string key) => Get<string?>(key);

    public byte[]? GetBinary(string key) => Get<byte[]?>(key);

    public BinaryData? GetBinaryData(string key) => Get<BinaryData?>(key);

    public bool? GetBoolean(string key) => Get<bool?>(key);

    public DateTime? GetDateTime(string key) => Get<DateTime?>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) => Get<DateTimeOffset?>(key);

    public double? GetDouble(string key) => Get<double?>(key);

    public Guid? GetGuid(string key) => Get<Guid?>(key);

    public int? GetInt32(string key) => Get<int?>(key);

    public long? GetInt64(string key) => Get<long?>(key);

    public void Add(string key, object value) => Properties.Add(key, value);

    public bool ContainsKey(string key) => Properties.ContainsKey(key);

    public bool Remove(string key) => Properties.Remove(key);

    public bool TryGetValue(string key, out object value) => Properties.TryGetValue(key, out value!);

    public void Clear() => Properties.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Pairs.Add(item);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => Pairs.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) => Pairs.CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => Pairs.Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => Properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Properties.GetEnumerator();

    /// <summary>Bytes can be changed where they lie: they are the entity's own from the first time they are given out.</summary>
    private object? Find(string key)
    {
        bool isAlone = decoded is null && (EntityProperty.IsSystem(key) || questions++ < FewQuestions);
        return isAlone && EmbeddedRows.Find(stored!, selected, key) is not byte[] and var value ? value : Properties.GetValueOrDefault(key);
    }

    private T? Get<T>(string key)
    {
        object? value = Find(key);
        return value is null ? default : value is T exact ? exact : Converted<T>(key, value);
    }

    private static T Converted<T>(string key, object value) =>
        (value, Wanted: typeof(T)) switch
        {
            (DateTimeOffset moment, { } wanted) when wanted == typeof(DateTime?) => (T)(object)moment.UtcDateTime,
            (DateTime moment, { } wanted) when wanted == typeof(DateTimeOffset?) => (T)(object)new DateTimeOffset(moment),
            (byte[] bytes, { } wanted) when wanted == typeof(BinaryData) => (T)(object)BinaryData.FromBytes(bytes),
            (BinaryData data, { } wanted) when wanted == typeof(byte[]) => (T)(object)data.ToArray(),
            _ => throw new InvalidOperationException($"Cannot return {typeof(T)} type for a {value.GetType()} typed property: '{key}'."),
        };

    private static object Coerce(object existing, object value) => (existing, value) switch
    {
        _ when existing.GetType().IsInstanceOfType(value) => value,
        (int, double or long) => value,
        (double, int number) => (double)number,
        (long, int number) => (long)number,
        _ => throw new InvalidOperationException($"The property has a value of type {existing.GetType()}; a {value.GetType()} cannot take its place. Remove the property first."),
    };
}
