namespace Rettidig.SelfHost.Tables.Filters;

/// <summary>The comparison operators of OData: <c>eq ne gt ge lt le</c>.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

internal static class Comparisons
{
    public static Comparison? Find(string word) => word switch
    {
        "eq" => Comparison.Equal,
        "ne" => Comparison.NotEqual,
        "gt" => Comparison.Greater,
        "ge" => Comparison.GreaterOrEqual,
        "lt" => Comparison.Less,
        "le" => Comparison.LessOrEqual,
        _ => null,
    };

    /// <summary>The operator with its sides exchanged: <c>5 lt Age</c> is <c>Age gt 5</c>.</summary>
    public static Comparison Mirrored(this Comparison comparison) => comparison switch
    {
        Comparison.Greater => Comparison.Less,
        Comparison.GreaterOrEqual => Comparison.LessOrEqual,
        Comparison.Less => Comparison.Greater,
        Comparison.LessOrEqual => Comparison.GreaterOrEqual,
        _ => comparison,
    };

    /// <summary>Whether the operator holds; false for values that are missing or cannot be compared.</summary>
    public static bool Holds(this Comparison comparison, object? left, object right) =>
        left is not null && Order(left, right) is { } order && comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Greater => order > 0,
            Comparison.GreaterOrEqual => order >= 0,
            Comparison.Less => order < 0,
            _ => order <= 0,
        };

    private static int? Order(object left, object right) => (left, right) switch
    {
        (string a, string b) => KeyOrder.Compare(a, b),
        // As in the service, an Int64 property is found with 5L alone: what 5 would find here, it would not find there.
        (long, int) => null,
        (int or long, int or long) => ToInt64(left).CompareTo(ToInt64(right)),
        (int or long or double, int or long or double) => ToDouble(left).CompareTo(ToDouble(right)),
        (bool a, bool b) => a.CompareTo(b),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        (Guid a, Guid b) => a.CompareTo(b),
        (byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b),
        _ => null,
    };

    private static long ToInt64(object number) => number is int small ? small : (long)number;

    private static double ToDouble(object number) => number is double real ? real : ToInt64(number);
}
