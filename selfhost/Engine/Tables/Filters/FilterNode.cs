namespace Rettidig.SelfHost.Tables.Filters;

/// <summary>A filter as a tree: what it lets through, and where in the keys that can be.</summary>
internal abstract record FilterNode
{
    /// <summary>No entity outside this range matches.</summary>
    public virtual KeyRange Range => KeyRange.All;

    /// <summary>Every entity inside <see cref="Range"/> matches, so that a limit on rows is a limit on matches.</summary>
    public virtual bool IsAnsweredByRange => false;

    public abstract bool Matches(TableRow row);

    public sealed record Everything : FilterNode
    {
        public override bool IsAnsweredByRange => true;

        public override bool Matches(TableRow row) => true;
    }

    public sealed record Constant(bool Value) : FilterNode
    {
        public override bool Matches(TableRow row) => Value;
    }

    public sealed record And(FilterNode Left, FilterNode Right) : FilterNode
    {
        private readonly KeyRange range = Left.Range.Intersect(Right.Range);

        public override KeyRange Range => range;

        public override bool IsAnsweredByRange => Left.IsAnsweredByRange && Right.IsAnsweredByRange && (range.Row == Interval.All || range.Partition.Point is not null);

        public override bool Matches(TableRow row) => Left.Matches(row) && Right.Matches(row);
    }

    public sealed record Or(FilterNode Left, FilterNode Right) : FilterNode
    {
        private readonly KeyRange range = Left.Range.Hull(Right.Range);

        public override KeyRange Range => range;

        public override bool Matches(TableRow row) => Left.Matches(row) || Right.Matches(row);
    }

    public sealed record Not(FilterNode Operand) : FilterNode
    {
        public override bool Matches(TableRow row) => !Operand.Matches(row);
    }

    /// <summary>A Boolean property standing alone: <c>Active</c>, <c>not Active</c>.</summary>
    public sealed record Flag(string Property) : FilterNode
    {
        public override bool Matches(TableRow row) => row.Find(Property) is true;
    }

    public sealed record Compare(string Property, Comparison Comparison, object Value) : FilterNode
    {
        private readonly KeyRange range = RangeOf(Property, Comparison, Value);

        public override KeyRange Range => range;

        // A row key bound is used only together with a partition: alone it has to be checked row by row.
        public override bool IsAnsweredByRange => Value is string && Comparison != Comparison.NotEqual && Property is "PartitionKey" or "RowKey";

        public override bool Matches(TableRow row) => Comparison.Holds(ValueOf(row), Value);

        private object? ValueOf(TableRow row) => Property switch
        {
            "PartitionKey" => row.PartitionKey,
            "RowKey" => row.RowKey,
            "Timestamp" => row.Timestamp,
            _ => row.Find(Property),
        };

        private static KeyRange RangeOf(string property, Comparison comparison, object value) => (property, value) switch
        {
            ("PartitionKey", string key) => new KeyRange(Interval.Of(comparison, key), Interval.All),
            ("RowKey", string key) => new KeyRange(Interval.All, Interval.Of(comparison, key)),
            _ => KeyRange.All,
        };
    }
}
