namespace Rettidig.SelfHost.Tables.Filters;

/// <summary>A range of keys; null for an end that is open.</summary>
internal sealed record Interval(string? Low, bool LowIncluded, string? High, bool HighIncluded)
{
    public static readonly Interval All = new(null, true, null, true);

    /// <summary>The only key in the range, when it has one.</summary>
    public string? Point => Low is not null && Low == High && LowIncluded && HighIncluded ? Low : null;

    /// <summary>The keys that compare so with this one.</summary>
    public static Interval Of(Comparison comparison, string key) => comparison switch
    {
        Comparison.Equal => new Interval(key, true, key, true),
        Comparison.Greater => new Interval(key, false, null, true),
        Comparison.GreaterOrEqual => new Interval(key, true, null, true),
        Comparison.Less => new Interval(null, true, key, false),
        Comparison.LessOrEqual => new Interval(null, true, key, true),
        _ => All,
    };

    public Interval Intersect(Interval other)
    {
        Interval low = LowIsHigherThan(other) ? this : other;
        Interval high = HighIsLowerThan(other) ? this : other;
        return new Interval(low.Low, low.LowIncluded, high.High, high.HighIncluded);
    }

    /// <summary>The smallest range that holds both.</summary>
    public Interval Hull(Interval other)
    {
        Interval low = LowIsHigherThan(other) ? other : this;
        Interval high = HighIsLowerThan(other) ? other : this;
        return new Interval(low.Low, low.LowIncluded, high.High, high.HighIncluded);
    }

    public Interval After(string key) => Intersect(Of(Comparison.Greater, key));

    private bool LowIsHigherThan(Interval other)
    {
        if (Low is null || other.Low is null)
        {
            return Low is not null;
        }

        int order = KeyOrder.Compare(Low, other.Low);
        return order > 0 || (order == 0 && !LowIncluded);
    }

    private bool HighIsLowerThan(Interval other)
    {
        if (High is null || other.High is null)
        {
            return High is not null;
        }

        int order = KeyOrder.Compare(High, other.High);
        return order < 0 || (order == 0 && !HighIncluded);
    }
}

/// <summary>Where the entities that match can be. Each half holds for itself.</summary>
internal sealed record KeyRange(Interval Partition, Interval Row)
{
    public static readonly KeyRange All = new(Interval.All, Interval.All);

    public KeyRange Intersect(KeyRange other) => new(Partition.Intersect(other.Partition), Row.Intersect(other.Row));

    public KeyRange Hull(KeyRange other) => new(Partition.Hull(other.Partition), Row.Hull(other.Row));
}
