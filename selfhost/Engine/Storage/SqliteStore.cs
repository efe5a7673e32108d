using System.Collections.Concurrent;
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
    private const int MostUncommitted = 1000;

    /// <summary>Changed rows after which the log is copied back into the file: about 16 MB of it.</summary>
    private const int ChangesPerCheckpoint = 20_000;

    private static readonly ConcurrentDictionary<string, SqliteStore> OpenStores = new(StringComparer.Ordinal);

    private readonly Channel<Write> writes = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentBag<SqliteSession> idleReaders = [];
    private readonly SqliteSession writer;
    private readonly Thread thread;
    private readonly Lock schemaLock = new();
    private readonly Lock commitLock = new();
    private int users;
    private int uncommitted;
    private long copiedAt;
    private long checkpoints;
    private bool closed;

    private SqliteStore(string path, StoreDurability durability)
    {
        Path = path;
        Durability = durability;
        writer = Connect();
        Schema.Prepare(writer);
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
    public long Commits { get; private set; }

    /// <summary>Times the disk was waited for: one for each commit, and two for each time the log was copied back into the file.</summary>
    public long Fsyncs => Durability == StoreDurability.Full ? Commits + (2 * checkpoints) : 0;

    /// <summary>Called before each commit, without durability before the end of each unit; what it throws undoes it. This is where a test lets the process die.</summary>
    internal Action? BeforeCommit { get; set; }

    /// <summary>Opens the file, or joins the store that this process has open on it already. Dispose once per call.</summary>
    /// <param name="path">The file; its folder is created when missing.</param>
    /// <param name="durability">Used by the call that opens; later calls join with whatever it chose.</param>
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
    public void EnsureSchema(string part, IReadOnlyList<string> scripts)
    {
        lock (schemaLock)
        {
            WriteAsync(session => Schema.Upgrade(session, part, scripts)).GetAwaiter().GetResult();
        }
    }

    /// <summary>Runs the work in a transaction and returns when it is durable. An exception undoes this work alone.</summary>
    public Task WriteAsync(Action<SqliteSession> work) =>
        WriteAsync<object?>(session =>
        {
            work(session);
            return null;
        });

    /// <inheritdoc cref="WriteAsync(Action{SqliteSession})"/>
    /// <param name="work">The work.</param>
    /// <param name="committed">Called with what the work returned when it is durable, before the task completes and in the order of commits. Short, and throws nothing.</param>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, Action<T>? committed = null)
    {
        var write = new Write<T>(work, committed);
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
    public T Read<T>(Func<SqliteSession, T> work)
    {
        if (Durability == StoreDurability.None)
        {
            lock (commitLock)
            {
                return work(writer);
            }
        }

        SqliteSession session = idleReaders.TryTake(out SqliteSession? idle) ? idle : Connect();
        try
        {
            session.Execute("BEGIN");
            return work(session);
        }
        finally
        {
            session.Execute("COMMIT");
            idleReaders.Add(session);
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
        lock (commitLock)
        {
            CommitUncommitted();
            closed = true;
            writer.Dispose();
        }

        while (idleReaders.TryTake(out SqliteSession? reader))
        {
            reader.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private SqliteSession Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        connection.Open();
        var session = new SqliteSession(connection);
        session.Execute("PRAGMA busy_timeout = 5000");
        if (Durability == StoreDurability.None)
        {
            session.Execute("PRAGMA locking_mode = EXCLUSIVE");
            session.Execute("PRAGMA cache_size = -65536");
            session.Execute("PRAGMA temp_store = MEMORY");
        }

        session.Execute("PRAGMA journal_mode = WAL");
        // The writer copies the log back into the file itself, when nobody waits for it. This is for large values.
        session.Execute("PRAGMA wal_autocheckpoint = 16000");
        session.Execute(Durability == StoreDurability.Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
        return session;
    }

    private ObjectDisposedException Closed() => new(nameof(SqliteStore), $"The store {Path} is closed.");

    /// <summary>Where no commit waits for the disk there is nothing to share: a hop to the writing thread would cost more than the write.</summary>
    private void CommitHere(Write write)
    {
        lock (commitLock)
        {
            if (closed)
            {
                throw Closed();
            }

            RunUncommitted(write);
        }
    }

    /// <summary>
    /// A unit in the transaction that is open. Nobody else reads the file and nobody waits for the disk, so a commit only
    /// keeps the transaction from growing: writing its pages for every unit would be most of a simulation's time.
    /// </summary>
    private void RunUncommitted(Write write)
    {
        try
        {
            if (uncommitted == 0)
            {
                writer.Execute("BEGIN IMMEDIATE");
            }

            uncommitted++;
            RunInSavepoint(write, BeforeCommit);
            if (uncommitted >= MostUncommitted)
            {
                CommitUncommitted();
            }
        }
        catch (Exception failure)
        {
            RollBack();
            uncommitted = 0;
            write.Fail(failure);
            return;
        }

        write.Complete();
    }

    private void CommitUncommitted()
    {
        if (uncommitted > 0)
        {
            writer.Execute("COMMIT");
            uncommitted = 0;
            Commits++;
        }
    }

    private void WriteLoop()
    {
        var group = new List<Write>(LargestGroup);
        while (writes.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < LargestGroup && writes.Reader.TryRead(out Write? write))
            {
                group.Add(write);
            }

            CommitGroup(group);
            group.Clear();
            Checkpoint();
        }
    }

    /// <summary>After the callers have their answers: copying costs two fsyncs and many scattered pages.</summary>
    private void Checkpoint()
    {
        if (writer.TotalChanges - copiedAt < ChangesPerCheckpoint)
        {
            return;
        }

        copiedAt = writer.TotalChanges;
        try
        {
            writer.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            checkpoints++;
        }
        catch (SqliteException)
        {
            // A full disk, say. The log has everything; it is copied another time, and the next commit tells.
        }
    }

    private void CommitGroup(List<Write> group)
    {
        try
        {
            writer.Execute("BEGIN IMMEDIATE");
            foreach (Write write in group)
            {
                RunInSavepoint(write, beforeRelease: null);
            }

            BeforeCommit?.Invoke();
            writer.Execute("COMMIT");
            Commits++;
        }
        catch (Exception failure)
        {
            RollBack();
            group.ForEach(write => write.Fail(failure));
            return;
        }

        group.ForEach(write => write.Complete());
    }

    private void RunInSavepoint(Write write, Action? beforeRelease)
    {
        writer.Execute("SAVEPOINT work");
        if (!write.TryRun(writer, beforeRelease))
        {
            writer.Execute("ROLLBACK TO work");
        }

        writer.Execute("RELEASE work");
    }

    private void RollBack()
    {
        try
        {
            writer.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has already rolled back by itself, as it does when the disk is full.
        }
    }

    private abstract class Write
    {
        public abstract bool TryRun(SqliteSession session, Action? then);

        public abstract void Complete();

        public abstract void Fail(Exception failure);
    }

    private sealed class Write<T>(Func<SqliteSession, T> work, Action<T>? committed) : Write
    {
        private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T result = default!;
        private Exception? failure;

        public Task<T> Task => completion.Task;

        public override bool TryRun(SqliteSession session, Action? then)
        {
            try
            {
                result = work(session);
                then?.Invoke();
                return true;
            }
            catch (Exception thrown)
            {
                failure = thrown;
                return false;
            }
        }

        public override void Complete()
        {
            if (failure is null)
            {
                committed?.Invoke(result);
                completion.SetResult(result);
            }
            else
            {
                completion.SetException(failure);
            }
        }

        public override void Fail(Exception reason) => completion.SetException(failure ?? reason);
    }
}
