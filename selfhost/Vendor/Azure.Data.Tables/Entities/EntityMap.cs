namespace Azure.Data.Tables;

/// <summary>Between entities of any class and properties by name.</summary>
internal static class EntityMap
{
    /// <summary>The properties to write: no keys, no timestamp, no nulls, each of a type that the service keeps.</summary>
    public static Dictionary<string, object> ToProperties(ITableEntity entity)
    {
        IEnumerable<KeyValuePair<string, object?>> values = entity is TableEntity open ? open! : EntityShape.Of(entity.GetType()).Read(entity);
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach ((string name, object? value) in values)
        {
            if (value is not null && !EntityProperty.IsSystem(name))
            {
                properties[name] = ToStored(name, value);
            }
        }

        return properties;
    }

    /// <summary>The entity as one of the class that was asked for.</summary>
    public static T ToEntity<T>(TableEntity entity)
        where T : class, ITableEntity
    {
        if (typeof(T) == typeof(TableEntity) || typeof(T) == typeof(ITableEntity))
        {
            return (T)(object)entity;
        }

        return (T)EntityShape.Of(typeof(T)).Create(entity);
    }

    private static object ToStored(string name, object value) => value switch
    {
        string or int or long or double or bool or Guid or byte[] => value,
        DateTimeOffset moment => moment.ToUniversalTime(),
        DateTime moment => new DateTimeOffset(moment.ToUniversalTime()),
        BinaryData data => data.ToArray(),
        ulong number => unchecked((long)number),
        Enum choice => choice.ToString(),
        float number => (double)number,
        _ => throw new NotSupportedException(
            $"The property '{name}' has the type {value.GetType()}, which a table cannot keep. Use string, int, long, double, bool, DateTimeOffset, DateTime, Guid, byte[] or BinaryData."),
    };
}
