using System.Reflection;

namespace Rettidig.Contract.Tests.Surface;

/// <summary>Types as C# writes them, without namespaces: the listings have them only in part.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    /// <summary>Value types whose question mark means another type: <c>int?</c>.</summary>
    private static readonly HashSet<string> Values =
        [.. Keywords.Where(keyword => keyword.Key.IsValueType).Select(keyword => keyword.Value), "DateTime", "DateTimeOffset", "TimeSpan", "Guid", "ETag"];

    public static IReadOnlySet<string> ValueTypes => Values;

    /// <summary>The name as a header or a member begins with it, namespace and outer types included.</summary>
    public static string Full(Type type)
    {
        string name = Of(type);
        return type.IsNested ? $"{Full(type.DeclaringType!)}.{name}" : $"{type.Namespace}.{name}";
    }

    /// <summary>With the question marks of reference types, but not of type parameters: an assembly does not tell <c>T?</c> from a <c>T</c> that may be null.</summary>
    public static string Of(NullabilityInfo info)
    {
        Type type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        string mark = !type.IsValueType && !type.IsGenericParameter && info.ReadState == NullabilityState.Nullable ? "?" : "";
        if (info.ElementType is { } element)
        {
            return Of(element) + "[]" + mark;
        }

        return info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", info.GenericTypeArguments.Select(Of))}>{mark}"
            : Of(type) + mark;
    }

    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            Values.Add(Of(value));
            return Of(value) + "?";
        }

        if (type.IsByRef)
        {
            return Of(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : $"{type.Name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
