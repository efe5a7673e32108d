using System.Runtime.InteropServices;

namespace Rettidig.SelfHost.Storage;

/// <summary>
/// The few functions of SQLite that run for every value of every row, called without what the library puts around them:
/// a reference counted on the handle and a switch of the thread's state, each dearer than the call. What they are given
/// is kept alive by <see cref="SqliteStatement"/>. Those without a switch of state neither wait nor call back.
/// </summary>
internal static unsafe partial class SqliteNative
{
    /// <summary>The library that the package SQLitePCLRaw.lib.e_sqlite3 brings.</summary>
    private const string Library = "e_sqlite3";

    /// <summary>Tells SQLite to take a copy of what is bound.</summary>
    private const nint Transient = -1;

    /// <summary>Runs the statement to its next row: the one of them that takes its time.</summary>
    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    public static partial int ColumnType(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static partial long ColumnInt64(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static partial int BindInt64(nint statement, int position, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    public static partial int BindNull(nint statement, int position);

    /// <summary>The bytes of a text, without the zero at its end; good until the statement moves on.</summary>
    public static ReadOnlySpan<byte> ColumnText(nint statement, int column)
    {
        byte* text = Text(statement, column);
        return text is null ? default : new ReadOnlySpan<byte>(text, Bytes(statement, column));
    }

    /// <summary>The bytes of a blob; good until the statement moves on.</summary>
    public static ReadOnlySpan<byte> ColumnBlob(nint statement, int column)
    {
        byte* blob = Blob(statement, column);
        return blob is null ? default : new ReadOnlySpan<byte>(blob, Bytes(statement, column));
    }

    /// <summary>Binds a copy of UTF-8.</summary>
    public static int BindText(nint statement, int position, ReadOnlySpan<byte> utf8)
    {
        fixed (byte* text = utf8)
        {
            // The address of nothing is null, and null is no text.
            byte none = 0;
            return BindText(statement, position, text is null ? &none : text, utf8.Length, Transient);
        }
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_column_text"), SuppressGCTransition]
    private static partial byte* Text(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    private static partial byte* Blob(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    private static partial int Bytes(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    private static partial int BindText(nint statement, int position, byte* text, int length, nint lifetime);
}
