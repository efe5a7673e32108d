using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;

namespace Azure.Data.Tables;

/// <summary>The properties of an entity class: public, readable and writable; <c>[IgnoreDataMember]</c> leaves one out, <c>[DataMember(Name)]</c> renames it.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    private readonly Type type;
    private readonly (string Name, PropertyInfo Property)[] members;

    private EntityShape(Type type)
    {
        this.type = type;
        members = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0)
            .Where(property => property.GetCustomAttribute<IgnoreDataMemberAttribute>() is null)
            .Select(property => (NameOf(property), property))];
    }

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, found => new EntityShape(found));

    public IEnumerable<KeyValuePair<string, object?>> Read(ITableEntity entity) =>
        members.Where(member => member.Property.PropertyType != typeof(ETag)).Select(member => KeyValuePair.Create(member.Name, member.Property.GetValue(entity)));

    public ITableEntity Create(TableEntity values)
    {
        var entity = (ITableEntity)(type.GetConstructor(Type.EmptyTypes) is null ? RuntimeHelpers.GetUninitializedObject(type) : Activator.CreateInstance(type)!);
        foreach ((string name, PropertyInfo property) in members)
        {
            if (values.TryGetValue(name, out object? value))
            {
                property.SetValue(entity, FromStored(name, value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
            }
        }

        return entity;
    }

    private static string NameOf(PropertyInfo property) =>
        property.PropertyType == typeof(ETag) && property.Name == nameof(ITableEntity.ETag)
            ? EntityProperty.ETag
            : property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;

    private static object FromStored(string name, object value, Type wanted) => value switch
    {
        _ when wanted.IsInstanceOfType(value) => value,
        DateTimeOffset moment when wanted == typeof(DateTime) => moment.UtcDateTime,
        byte[] bytes when wanted == typeof(BinaryData) => BinaryData.FromBytes(bytes),
        string tag when wanted == typeof(ETag) => new ETag(tag),
        string choice when wanted.IsEnum => Enum.Parse(wanted, choice),
        int number when wanted == typeof(long) => (long)number,
        int number when wanted == typeof(double) => (double)number,
        long number when wanted == typeof(ulong) => unchecked((ulong)number),
        double number when wanted == typeof(float) => (float)number,
        _ => throw new InvalidOperationException($"The property '{name}' holds a {value.GetType().Name}; the entity class wants a {wanted.Name}."),
    };
}
