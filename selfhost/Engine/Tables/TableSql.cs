using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Tables.Filters;

namespace Rettidig.SelfHost.Tables;

/// <summary>The statements behind <see cref="TableStorage"/>.</summary>
internal static class TableSql
{
    private const string Columns = "SELECT rk, version, properties, pk FROM table_rows WHERE tbl = $1";

    /// <summary>Of one partition, whose key need not be read from each row.</summary>
    private const string OfPartition = "SELECT rk, version, properties FROM table_rows WHERE tbl = $1 AND pk = $2";

    /// <summary>A filter that the keys cannot answer reads at least this many rows at a time.</summary>
    private const int SmallestRead = 64;

    public static TableRow? Find(SqliteSession session, long table, string partitionKey, string rowKey) =>
        session.First(OfPartition + " AND rk = $3", row => Read(row, partitionKey), table, partitionKey, rowKey);

    public static long? Apply(SqliteSession session, long table, TableChange change, long? condition, int index, Func<long, long> nextVersion)
    {
        TableRow? merged = change.Merges ? Find(session, table, change.PartitionKey, change.RowKey) : null;
        long? existing = change.Merges ? merged?.Version : Version(session, table, change.PartitionKey, change.RowKey);
        Check(change, existing, condition, index);
        if (change.Kind == TableChangeKind.Delete)
        {
            session.Execute("DELETE FROM table_rows WHERE tbl = $1 AND pk = $2 AND rk = $3", table, change.PartitionKey, change.RowKey);
            return null;
        }

        long version = nextVersion(existing ?? 0);
        session.Execute(
            "INSERT OR REPLACE INTO table_rows (tbl, pk, rk, version, properties) VALUES ($1, $2, $3, $4, $5)",
            table, change.PartitionKey, change.RowKey, version, PropertyBlob.Encode(Merge(change, merged, index)));
        return version;
    }

    private static long? Version(SqliteSession session, long table, string partitionKey, string rowKey) =>
        session.First<long?>("SELECT version FROM table_rows WHERE tbl = $1 AND pk = $2 AND rk = $3", row => row.GetInt64(0), table, partitionKey, rowKey);

    public static TablePage Page(SqliteSession session, long table, FilterNode filter, int pageSize, TableKey? after)
    {
        var found = new List<TableRow>();
        while (true)
        {
            // One row more than is missing tells whether there is a next page.
            int wanted = pageSize - found.Count + 1;
            int limit = filter.IsAnsweredByRange ? wanted : Math.Max(wanted, SmallestRead);
            List<TableRow> rows = Range(session, table, filter.Range, after, limit);
            foreach (TableRow row in filter.IsAnsweredByRange ? rows : rows.Where(filter.Matches))
            {
                if (found.Count == pageSize)
                {
                    return new TablePage(found, new TableKey(found[^1].PartitionKey, found[^1].RowKey));
                }

                found.Add(row);
            }

            if (rows.Count < limit)
            {
                return new TablePage(found, null);
            }

            after = new TableKey(rows[^1].PartitionKey, rows[^1].RowKey);
        }
    }

    private static List<TableRow> Range(SqliteSession session, long table, KeyRange range, TableKey? after, int limit)
    {
        if (range.Partition.Point is { } partition)
        {
            var rows = new RangeQuery(OfPartition, table, partition);
            rows.And(after is null ? range.Row : range.Row.After(after.RowKey), "rk");
            return rows.Run(session, limit, row => Read(row, partition));
        }

        var query = new RangeQuery(Columns, table);
        query.And(range.Partition, "pk");
        query.And(range.Row, "rk");
        query.After(after);
        return query.Run(session, limit, row => Read(row, row.GetString(3)));
    }

    private static TableRow Read(SqliteRow row, string partitionKey) => new(partitionKey, row.GetString(0), row.GetInt64(1), row.GetBytes(2));

    private static void Check(TableChange change, long? existing, long? condition, int index)
    {
        if (existing is null && change.NeedsExisting)
        {
            throw new TableError(404, "ResourceNotFound", "The entity does not exist.", index);
        }

        if (existing is not null && change.Kind == TableChangeKind.Add)
        {
            throw new TableError(409, "EntityAlreadyExists", "An entity with these keys exists already. Update it, or choose other keys.", index);
        }

        if (existing is not null && condition is { } version && version != existing)
        {
            throw new TableError(412, "UpdateConditionNotSatisfied", "The entity has been changed since it was read: its ETag is another. Read it again and repeat.", index);
        }
    }

    private static IReadOnlyCollection<KeyValuePair<string, object>> Merge(TableChange change, TableRow? existing, int index)
    {
        if (existing is null)
        {
            return change.Properties;
        }

        var merged = new Dictionary<string, object>(existing.Properties, StringComparer.Ordinal);
        foreach ((string name, object value) in change.Properties)
        {
            merged[name] = value;
        }

        TableLimits.CheckSize(change with { Properties = merged }, index);
        return merged;
    }
}
