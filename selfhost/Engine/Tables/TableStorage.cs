using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Tables.Filters;

namespace Rettidig.SelfHost.Tables;

/// <summary>Azure Table Storage on the SQLite store: tables of entities by partition and row key, with ETags and entity-group transactions.</summary>
/// <remarks>Keys are ordered by code point, text is kept as it came. Table names ignore case, as the service's do.</remarks>
public sealed class TableStorage
{
    private const string IdOfName = "SELECT id FROM table_names WHERE name = $1";

    private static readonly ConditionalWeakTable<SqliteStore, TableStorage> Opened = [];

    private readonly SqliteStore store;
    private readonly ConcurrentDictionary<string, long> ids = new(StringComparer.OrdinalIgnoreCase);
    private long lastVersion;

    private TableStorage(SqliteStore store)
    {
        this.store = store;
        store.EnsureSchema(TableSchema.Part, TableSchema.Scripts);
    }

    /// <summary>The tables of a store; the same object every time.</summary>
    public static TableStorage On(SqliteStore store)
    {
        lock (Opened)
        {
            return Opened.GetValue(store, opened => new TableStorage(opened));
        }
    }

    /// <summary>Makes the table; false when it exists.</summary>
    public Task<bool> CreateTableAsync(string table)
    {
        TableLimits.CheckTableName(table);
        return FindTable(table) is not null
            ? Task.FromResult(false)
            : store.WriteAsync(session => session.Execute("INSERT OR IGNORE INTO table_names (name) VALUES ($1)", table) == 1);
    }

    /// <summary>Removes the table and its entities; false when there is none.</summary>
    public Task<bool> DeleteTableAsync(string table) => store.WriteAsync(session =>
    {
        if (session.First<long?>(IdOfName, row => row.GetInt64(0), table) is not { } id)
        {
            return false;
        }

        ids.TryRemove(table, out _);
        session.Execute("DELETE FROM table_rows WHERE tbl = $1", id);
        return session.Execute("DELETE FROM table_names WHERE id = $1", id) == 1;
    });

    /// <summary>The next names of tables that the filter lets through (as the property <c>TableName</c>), in order.</summary>
    public IReadOnlyList<string> Tables(string? filter = null, int limit = int.MaxValue, string? after = null)
    {
        FilterNode node = FilterParser.Parse(filter);
        List<string> names = store.Read(session => session.Query(
            "SELECT name FROM table_names WHERE name > $1 COLLATE NOCASE ORDER BY name COLLATE NOCASE", row => row.GetString(0), after ?? ""));
        return [.. names.Where(name => node.Matches(TableRow.OfTable(name))).Take(limit)];
    }

    /// <summary>The entity, or null where there is none.</summary>
    public TableRow? Find(string table, string partitionKey, string rowKey)
    {
        long id = TableId(table);
        return store.Read(session => TableSql.Find(session, id, partitionKey, rowKey));
    }

    /// <summary>Makes all changes or none. They share a partition and have different row keys.</summary>
    /// <returns>The new version of each entity; null for one that was deleted.</returns>
    /// <exception cref="TableError">The change that was refused, with its index.</exception>
    public Task<long?[]> SubmitAsync(string table, IReadOnlyList<TableChange> changes)
    {
        long id = TableId(table);
        TableLimits.CheckTransaction(changes);
        long?[] conditions = [.. changes.Select(change => TableETag.VersionOf(change.IfMatch))];
        return store.WriteAsync(Apply, isOneStatement: changes.Count == 1);

        long?[] Apply(SqliteSession session)
        {
            if (!ids.ContainsKey(table))
            {
                throw TableError.NoTable(table);
            }

            var versions = new long?[changes.Count];
            for (int i = 0; i < versions.Length; i++)
            {
                versions[i] = TableSql.Apply(session, id, changes[i], conditions[i], i, NextVersion);
            }

            return versions;
        }
    }

    /// <summary>The next page of the entities that match, by partition key and row key.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="filter">An OData filter, or null for all.</param>
    /// <param name="pageSize">1 to 1000.</param>
    /// <param name="after">The end of the page before, or null to begin.</param>
    /// <exception cref="TableError">400 when the filter cannot be read.</exception>
    public TablePage Query(string table, string? filter, int pageSize, TableKey? after = null)
    {
        long id = TableId(table);
        FilterNode node = FilterParser.Parse(filter);
        return store.Read(session => TableSql.Page(session, id, node, pageSize, after));
    }

    private long TableId(string table) => FindTable(table) ?? throw TableError.NoTable(table);

    private long? FindTable(string table)
    {
        if (ids.TryGetValue(table, out long known))
        {
            return known;
        }

        long? found = store.Read(session => session.First<long?>(IdOfName, row => row.GetInt64(0), table));
        return found is { } id ? ids[table] = id : null;
    }

    /// <summary>Runs on the writer thread alone. A clock that stands still or steps back still gives every change a version of its own.</summary>
    private long NextVersion(long before) =>
        lastVersion = Math.Max(store.Time.GetUtcNow().UtcTicks, Math.Max(before, lastVersion) + 1);
}
