using System.Text;
using SQLitePCL;

namespace Rettidig.SelfHost.Storage;

/// <summary>The row a query stands on; good until the next one.</summary>
public readonly struct SqliteRow
{
    private readonly nint statement;

    internal SqliteRow(nint statement) => this.statement = statement;

    public bool IsNull(int column) => SqliteNative.ColumnType(statement, column) == raw.SQLITE_NULL;

    /// <summary>The text; empty where there is none.</summary>
    public string GetString(int column) => Encoding.UTF8.GetString(SqliteNative.ColumnText(statement, column));

    /// <summary>The text, or null.</summary>
    public string? Text(int column) => IsNull(column) ? null : GetString(column);

    public long GetInt64(int column) => SqliteNative.ColumnInt64(statement, column);

    public int GetInt32(int column) => checked((int)GetInt64(column));

    public bool GetBoolean(int column) => GetInt64(column) != 0;

    public byte[] GetBytes(int column) => SqliteNative.ColumnBlob(statement, column).ToArray();
}
