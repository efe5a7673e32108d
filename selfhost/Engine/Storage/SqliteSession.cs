using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rettidig.SelfHost.Storage;

/// <summary>A connection with its prepared statements, used by one thread at a time. SQL is written with <c>$1, $2 …</c> as parameters.</summary>
public sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteStatement> prepared = new(new SqlTexts());

    internal SqliteSession(SqliteConnection connection) => this.connection = connection;

    /// <summary>Rows changed since the connection was opened.</summary>
    internal long TotalChanges => raw.sqlite3_total_changes(Handle);

    /// <summary>False when SQLite has rolled back by itself.</summary>
    internal bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    private sqlite3 Handle => connection.Handle!;

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments)
    {
        SqliteStatement statement = Prepare(sql, arguments);
        try
        {
            while (statement.Step())
            {
                // A pragma answers with rows that nobody asked for.
            }

            return raw.sqlite3_changes(Handle);
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Runs a script of several statements, once.</summary>
    public void Run(string script)
    {
        while (script.Trim().Length > 0)
        {
            using SqliteStatement statement = SqliteStatement.Prepare(Handle, script, out script);
            while (statement.Step())
            {
                // Likewise.
            }
        }
    }

    /// <summary>The rows of a query, each read by <paramref name="read"/>.</summary>
    public List<T> Query<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> arguments)
    {
        var rows = new List<T>();
        SqliteStatement statement = Prepare(sql, arguments);
        try
        {
            while (statement.Step())
            {
                rows.Add(read(statement.Row));
            }
        }
        finally
        {
            statement.Reset();
        }

        return rows;
    }

    /// <summary>The first row of a query, or the default where there is none.</summary>
    public T? First<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<object?> arguments)
    {
        SqliteStatement statement = Prepare(sql, arguments);
        try
        {
            return statement.Step() ? read(statement.Row) : default;
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        foreach (SqliteStatement statement in prepared.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private SqliteStatement Prepare(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!prepared.TryGetValue(sql, out SqliteStatement? statement))
        {
            statement = SqliteStatement.Prepare(Handle, sql, out string rest);
            if (rest.Trim().Length > 0)
            {
                statement.Dispose();
                throw new ArgumentException($"Bug: one statement was expected, and more follow it: '{rest.Trim()}'. Scripts go through {nameof(Run)}.", nameof(sql));
            }

            prepared[sql] = statement;
        }

        statement.Bind(arguments);
        return statement;
    }

    /// <summary>A few dozen long texts, looked up for every statement that runs: most differ in length, and nearly all in how they end.</summary>
    private sealed class SqlTexts : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string sql) => HashCode.Combine(sql.Length, sql[^1], sql[sql.Length / 2], sql[sql.Length / 3]);
    }
}
