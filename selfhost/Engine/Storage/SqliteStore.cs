using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Rettidig.SelfHost.Storage;

/// <summary>
/// The one SQLite file that holds tables, queues, histories and timers. One thread writes; the writes that are
/// waiting when it comes round share one transaction and one fsync (group commit). Reads run beside it, on connections
/// of their own, and see what is committed. Without durability everybody takes turns on one connection that has the file
/// to itself: no hop to another thread, no locks of the operating system, and pages stay in memory until they must leave it.
/// </summary>
/// <remarks>
/// A process opens a file once: <see cref="Open"/> gives every caller of the same path the same store, so that the
/// table client, the bus client and the engine meet in one place without knowing each other.
/// </remarks>
public sealed class SqliteStore : IAsyncDisposable
{
    /// <summary>How many writes may share a transaction: enough to fill an fsync, few enough to keep its latency low.</summary>
    private const int LargestGroup = 512;

    /// <summary>Without durability, how many units one transaction may hold.</summary>
    private const int MostUncommitted = 10_000;

    private static readonly ConcurrentDictionary<string, SqliteStore> OpenStores = new(StringComparer.Ordinal);

    private readonly Channel<StoreWrite> writes = Channel.CreateUnbounded<StoreWrite>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentBag<SqliteSession> idleReaders = [];
    private readonly StoreWriter writer;
    private readonly Thread thread;
    private readonly Lock schemaLock = new();
    private readonly Lock commitLock = new();
    private int users;
    private volatile bool closed;

    /// <summary>
    /// SQLite without the locks it takes for callers that share a connection, and without counting its memory: a connection
    /// has one thread at a time here, and nobody asks. Where SQLite is running already it stays as it is, only slower.
    /// </summary>
    static SqliteStore()
    {
        SQLitePCL.Batteries_V2.Init();
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MULTITHREAD);
        SQLitePCL.raw.sqlite3_config(SQLitePCL.raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    private SqliteStore(string path, StoreDurability durability)
    {
        Path = path;
        Durability = durability;
        writer = new StoreWriter(Connect(), Told);
        try
        {
            Schema.Prepare(writer.Session);
        }
        catch (SqliteException unusable)
        {
            writer.Dispose();
            throw StoreException.Of(unusable, path);
        }

        thread = new Thread(WriteLoop) { IsBackground = true, Name = "sqlite-writer" };
        thread.Start();
    }

    /// <summary>The absolute path of the file.</summary>
    public string Path { get; }

    /// <summary>Whether a commit waits for the disk.</summary>
    public StoreDurability Durability { get; }

    /// <summary>The clock of everything kept here: timestamps, locks, windows. A host with a clock of its own sets it before first use.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Transactions committed since the file was opened.</summary>
    public long Commits => writer.Commits;

    /// <summary>Times the disk was waited for: one for each commit, and two for each time the log was copied back into the file.</summary>
    public long Fsyncs => Durability == StoreDurability.Full ? writer.Commits + (2 * writer.Checkpoints) : 0;

    /// <summary>Why nothing more can come of this file; null as long as it is sound.</summary>
    public StoreException? Broken { get; private set; }

    /// <summary>Raised once when <see cref="Broken"/> is set. Whoever runs the program ends it then.</summary>
    public event Action<StoreException>? Breaks;

    /// <summary>Called before each commit, without durability before the end of each unit; what it throws undoes it. This is where a test lets the process die.</summary>
    internal Action? BeforeCommit { get; set; }

    /// <summary>Called after each commit and before anybody is told; what it throws undoes nothing. Likewise.</summary>
    internal Action? AfterCommit { get; set; }

    /// <summary>Opens the file, or joins the store that this process has open on it already. Dispose once per call.</summary>
    /// <param name="path">The file; its folder is created when missing.</param>
    /// <param name="durability">Used by the call that opens; later calls join with whatever it chose.</param>
    /// <exception cref="StoreException">The file cannot be used.</exception>
    public static SqliteStore Open(string path, StoreDurability durability = StoreDurability.Full)
    {
        string full = System.IO.Path.GetFullPath(path);
        lock (OpenStores)
        {
            if (!OpenStores.TryGetValue(full, out SqliteStore? store))
            {
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
                store = new SqliteStore(full, durability);
                OpenStores[full] = store;
            }

            store.users++;
            return store;
        }
    }

    /// <summary>The store that this process has open on the file, which stays in the hands of those who opened it; opens it where nobody has.</summary>
    /// <remarks>For clients, which nobody disposes: a client must not keep a file open that its host has closed.</remarks>
    public static SqliteStore Join(string path)
    {
        lock (OpenStores)
        {
            return OpenStores.TryGetValue(System.IO.Path.GetFullPath(path), out SqliteStore? store) ? store : Open(path);
        }
    }

    /// <summary>Brings the part's tables to its newest version. Scripts are append-only: number n takes a file from version n to n + 1.</summary>
    /// <exception cref="StoreException">A newer program wrote the file, or it cannot be used.</exception>
    public void EnsureSchema(string part, IReadOnlyList<string> scripts)
    {
        lock (schemaLock)
        {
            WriteAsync(session => Schema.Upgrade(session, Path, part, scripts)).GetAwaiter().GetResult();
        }
    }

    /// <summary>Runs the work in a transaction and returns when it is durable. An exception undoes this work alone.</summary>
    /// <exception cref="StoreException">The file cannot be written (thrown by the task); nothing of the work has happened.</exception>
    public Task WriteAsync(Action<SqliteSession> work) =>
        WriteAsync<object?>(session =>
        {
            work(session);
            return null;
        });

    /// <inheritdoc cref="WriteAsync(Action{SqliteSession})"/>
    /// <param name="work">The work.</param>
    /// <param name="committed">Called with what the work returned when it is durable, before the task completes and in the order of commits. Short, and throws nothing.</param>
    /// <param name="isOneStatement">
    /// Whether the work changes something with one statement at most, and nothing can fail after it: SQLite undoes that by
    /// itself, and the work needs no savepoint.
    /// </param>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, Action<T>? committed = null, bool isOneStatement = false)
    {
        var write = new StoreWrite<T>(work, committed) { IsOneStatement = isOneStatement };
        if (Durability == StoreDurability.None)
        {
            CommitHere(write);
            return write.Task;
        }

        if (!writes.Writer.TryWrite(write))
        {
            throw Closed();
        }

        return write.Task;
    }

    /// <summary>Reads one snapshot of what is committed, however many statements the work has.</summary>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public T Read<T>(Func<SqliteSession, T> work)
    {
        try
        {
            return Durability == StoreDurability.None ? ReadHere(work) : ReadBeside(work);
        }
        catch (SqliteException unreadable)
        {
            throw Told(unreadable);
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (OpenStores)
        {
            if (--users > 0)
            {
                return ValueTask.CompletedTask;
            }

            OpenStores.TryRemove(Path, out _);
        }

        writes.Writer.TryComplete();
        thread.Join();
        closed = true;
        CloseReaders();
        lock (commitLock)
        {
            try
            {
                writer.CommitUncommitted();
            }
            finally
            {
                writer.Dispose();
            }
        }

        return ValueTask.CompletedTask;
    }

    private T ReadHere<T>(Func<SqliteSession, T> work)
    {
        lock (commitLock)
        {
            return closed ? throw Closed() : work(writer.Session);
        }
    }

    private T ReadBeside<T>(Func<SqliteSession, T> work)
    {
        SqliteSession session = closed ? throw Closed() : idleReaders.TryTake(out SqliteSession? idle) ? idle : Connect();
        try
        {
            session.Execute("BEGIN");
            return work(session);
        }
        finally
        {
            if (session.InTransaction)
            {
                session.Execute("ROLLBACK");
            }

            idleReaders.Add(session);
            if (closed)
            {
                // Closed meanwhile: nobody else comes for this one.
                CloseReaders();
            }
        }
    }

    private void CloseReaders()
    {
        while (idleReaders.TryTake(out SqliteSession? reader))
        {
            reader.Dispose();
        }
    }

    private SqliteSession Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // Plans that do not depend on the values bound: otherwise a statement with a range is parsed anew each time it runs.
            SQLitePCL.raw.sqlite3_db_config(connection.Handle!, SQLitePCL.raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
            var session = new SqliteSession(connection);
            Prepare(session);
            return session;
        }
        catch (SqliteException unusable)
        {
            connection.Dispose();
            throw StoreException.Of(unusable, Path);
        }
    }

    private void Prepare(SqliteSession session)
    {
        session.Execute("PRAGMA busy_timeout = 5000");
        if (Durability == StoreDurability.None)
        {
            session.Execute("PRAGMA locking_mode = EXCLUSIVE");
            session.Execute("PRAGMA cache_size = -262144");
            session.Execute("PRAGMA temp_store = MEMORY");
        }

        session.Execute("PRAGMA journal_mode = WAL");
        // The writer copies the log back into the file itself, when nobody waits for it. This is for large values.
        session.Execute("PRAGMA wal_autocheckpoint = 16000");
        session.Execute(Durability == StoreDurability.Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
    }

    /// <summary>In the words of the person who runs the program.</summary>
    private Exception Told(Exception failure)
    {
        if (failure is not SqliteException sqlite)
        {
            return failure;
        }

        var told = StoreException.Of(sqlite, Path);
        if (told.IsLasting && Broken is null)
        {
            Broken = told;
            Breaks?.Invoke(told);
        }

        return told;
    }

    private ObjectDisposedException Closed() => new(nameof(SqliteStore), $"The store {Path} is closed.");

    /// <summary>Where no commit waits for the disk there is nothing to share: a hop to the writing thread would cost more than the write.</summary>
    private void CommitHere(StoreWrite write)
    {
        lock (commitLock)
        {
            if (closed)
            {
                throw Closed();
            }

            writer.RunUncommitted(write, MostUncommitted, BeforeCommit, AfterCommit);
        }
    }

    private void WriteLoop()
    {
        var group = new List<StoreWrite>(LargestGroup);
        while (writes.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < LargestGroup && writes.Reader.TryRead(out StoreWrite? write))
            {
                group.Add(write);
            }

            long began = Stopwatch.GetTimestamp();
            writer.CommitTogether(group, BeforeCommit, AfterCommit);
            Telemetry.CommitTime.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
            Telemetry.CommitSize.Record(group.Count);
            group.Clear();
            writer.CheckpointNowAndThen();
        }
    }
}
