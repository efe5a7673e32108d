using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rettidig.SelfHost.Storage;

/// <summary>
/// A prepared statement, straight on SQLite: an engine runs tens of thousands of small statements a second, and the
/// objects of ADO.NET around each would cost more than the statement.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <summary>The statement itself, for <see cref="SqliteNative"/>: alive as long as this is.</summary>
    private readonly nint native;
    private readonly List<int> positions = [];

    private SqliteStatement(sqlite3 database, sqlite3_stmt statement)
    {
        this.database = database;
        this.statement = statement;
        native = statement.DangerousGetHandle();
    }

    /// <summary>The row the statement stands on.</summary>
    public SqliteRow Row => new(native);

    /// <param name="database">The connection.</param>
    /// <param name="sql">One statement or more.</param>
    /// <param name="rest">What follows the first.</param>
    public static SqliteStatement Prepare(sqlite3 database, string sql, out string rest)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out sqlite3_stmt statement, out rest), database);
        rest ??= string.Empty;
        return new SqliteStatement(database, statement);
    }

    public void Bind(ReadOnlySpan<object?> arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            if (i == positions.Count)
            {
                // A name has the place of its first use, so $2 may well come before $1.
                positions.Add(raw.sqlite3_bind_parameter_index(statement, "$" + (i + 1).ToString(CultureInfo.InvariantCulture)));
            }

            SqliteException.ThrowExceptionForRC(Bind(positions[i], arguments[i]), database);
        }
    }

    /// <summary>True on a row, false at the end.</summary>
    public bool Step()
    {
        int result = SqliteNative.Step(native);
        if (result is raw.SQLITE_ROW)
        {
            return true;
        }

        if (result is not raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }

        return false;
    }

    /// <summary>Ready to be run again: what is bound stays until it is bound anew. What went wrong has been told by <see cref="Step"/>.</summary>
    public void Reset() => SqliteNative.Reset(native);

    public void Dispose() => statement.Dispose();

    private int Bind(int position, object? value) => value switch
    {
        null => SqliteNative.BindNull(native, position),
        string text => BindText(position, text),
        long number => SqliteNative.BindInt64(native, position, number),
        int number => SqliteNative.BindInt64(native, position, number),
        bool truth => SqliteNative.BindInt64(native, position, truth ? 1 : 0),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, position, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, position, bytes),
        double number => raw.sqlite3_bind_double(statement, position, number),
        _ => throw new ArgumentException($"Bug: expected text, a number, a truth value or bytes as a parameter of a statement, got {value.GetType().Name}.", nameof(value)),
    };

    private int BindText(int position, string text)
    {
        const int OnTheStack = 512;
        Span<byte> utf8 = text.Length * 3 <= OnTheStack ? stackalloc byte[OnTheStack] : new byte[Encoding.UTF8.GetByteCount(text)];
        return SqliteNative.BindText(native, position, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }
}
