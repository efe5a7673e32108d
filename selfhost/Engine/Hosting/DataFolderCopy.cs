using Microsoft.Data.Sqlite;

namespace Rettidig.SelfHost.Hosting;

/// <summary>
/// The store of a data folder as of one moment, in another folder. Nothing is written to the folder it is taken from,
/// whether a process runs on it or not.
/// </summary>
public static class DataFolderCopy
{
    /// <summary>Whether there is a store in the folder.</summary>
    public static bool IsPossible(string from) => File.Exists(EmbeddedHostOptions.DatabaseIn(from));

    /// <summary>Copies the store.</summary>
    /// <param name="from">A data folder.</param>
    /// <param name="to">A folder without a store.</param>
    /// <exception cref="EmbeddedHostException">The store cannot be read, or the copy not written.</exception>
    public static void Take(string from, string to)
    {
        string source = EmbeddedHostOptions.DatabaseIn(Path.GetFullPath(from));
        string target = EmbeddedHostOptions.DatabaseIn(to);
        Directory.CreateDirectory(to);
        try
        {
            using FileStream? held = TryHold(from);
            CopyStore(source, target, inUse: held is null && File.Exists(LockIn(from)));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new EmbeddedHostException($"Data i mappen {from} kan ikke læses ({unreadable.Message}): se efter, at du må læse mappen, og at der er plads i {Path.GetTempPath()}.", unreadable);
        }

        if (DataCheck.Unusable(target) is { } reason)
        {
            // Said of the file somebody has, not of the copy, which is thrown away.
            throw new EmbeddedHostException(reason.Replace(target, source, StringComparison.Ordinal));
        }
    }

    /// <summary>
    /// Where nobody runs, the files are copied as they lie: opening them, even for reading, would leave files of SQLite's
    /// beside them. Where somebody does, those are there, and a reader sees one moment while others write.
    /// </summary>
    private static void CopyStore(string source, string target, bool inUse)
    {
        if (inUse)
        {
            using SqliteConnection reading = Open(source, SqliteOpenMode.ReadOnly);
            using SqliteConnection writing = Open(target, SqliteOpenMode.ReadWriteCreate);
            reading.BackupDatabase(writing);
            return;
        }

        CopyFile(source, target);
        if (File.Exists(Log(source)))
        {
            CopyFile(Log(source), Log(target));
        }
    }

    /// <summary>A copy of a file that may only be read is to be written all the same.</summary>
    private static void CopyFile(string source, string target)
    {
        File.Copy(source, target);
        File.SetAttributes(target, FileAttributes.Normal);
    }

    /// <summary>Keeps a service from starting meanwhile; null where one runs, or none ever has.</summary>
    private static FileStream? TryHold(string folder)
    {
        try
        {
            return new FileStream(LockIn(folder), FileMode.Open, FileAccess.Read, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string LockIn(string folder) => Path.Combine(folder, DataFolder.LockFile);

    /// <summary>What was written and not yet moved into the file itself.</summary>
    private static string Log(string database) => database + "-wal";

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
