namespace Rettidig.SelfHost.Tables;

/// <summary>Append-only: see <see cref="Storage.SqliteStore.EnsureSchema"/>.</summary>
internal static class TableSchema
{
    public const string Part = "tables";

    public static readonly string[] Scripts =
    [
        """
        CREATE TABLE table_names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE);
        CREATE TABLE table_rows (
            tbl INTEGER NOT NULL, pk TEXT NOT NULL, rk TEXT NOT NULL, version INTEGER NOT NULL, properties BLOB NOT NULL,
            PRIMARY KEY (tbl, pk, rk)) WITHOUT ROWID;
        """,
    ];
}
