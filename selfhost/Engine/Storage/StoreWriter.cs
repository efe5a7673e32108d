using Microsoft.Data.Sqlite;

namespace Rettidig.SelfHost.Storage;

/// <summary>The one connection that writes. Its caller holds a lock, or is the only thread that has it.</summary>
internal sealed class StoreWriter(SqliteSession session, Func<Exception, Exception> tell) : IDisposable
{
    /// <summary>Changed rows after which the log is copied back into the file: about 16 MB of it under load, more where few share a commit.</summary>
    private const int ChangesPerCheckpoint = 20_000;

    private long copiedAt;
    private int uncommitted;
    private bool wasFull;

    /// <summary>Transactions committed.</summary>
    public long Commits { get; private set; }

    /// <summary>Times the log was copied back into the file.</summary>
    public long Checkpoints { get; private set; }

    /// <summary>For reading where there is no other connection.</summary>
    public SqliteSession Session => session;

    /// <summary>Many units, one transaction: when it fails none of them has happened, and each that throws is undone alone.</summary>
    public void CommitTogether(List<StoreWrite> group, Action? beforeCommit, Action? afterCommit)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            foreach (StoreWrite write in group)
            {
                Run(write, null);
            }

            beforeCommit?.Invoke();
            session.Execute("COMMIT");
            Commits++;
        }
        catch (Exception failure)
        {
            RollBack();
            Fail(group, failure);
            return;
        }

        Complete(group, afterCommit);
    }

    /// <summary>
    /// A unit in the transaction that is open. Nobody else reads the file and nobody waits for the disk, so a commit only
    /// keeps the transaction from growing: writing its pages for every unit would be most of a simulation's time.
    /// </summary>
    public void RunUncommitted(StoreWrite write, int mostUncommitted, Action? beforeEnd, Action? afterEnd)
    {
        try
        {
            if (uncommitted == 0)
            {
                session.Execute("BEGIN IMMEDIATE");
            }

            uncommitted++;
            Run(write, beforeEnd);
            if (uncommitted >= mostUncommitted)
            {
                CommitUncommitted();
            }
        }
        catch (Exception failure)
        {
            RollBack();
            uncommitted = 0;
            Fail([write], failure);
            return;
        }

        Complete([write], afterEnd);
    }

    public void CommitUncommitted()
    {
        if (uncommitted > 0)
        {
            session.Execute("COMMIT");
            uncommitted = 0;
            Commits++;
        }
    }

    /// <summary>
    /// After the callers have their answers: copying costs two fsyncs and many scattered pages. After a full disk it is done at
    /// the first chance: the log, which is many times the file, would otherwise take all the room that somebody made.
    /// </summary>
    public void CheckpointNowAndThen()
    {
        if (!wasFull && session.TotalChanges - copiedAt < ChangesPerCheckpoint)
        {
            return;
        }

        copiedAt = session.TotalChanges;
        try
        {
            session.Execute("PRAGMA wal_checkpoint(PASSIVE)");
            Checkpoints++;
            wasFull = false;
        }
        catch (SqliteException)
        {
            // A full disk, say. The log has everything: it is copied another time, and the next commit tells.
        }
    }

    public void Dispose() => session.Dispose();

    private static void Complete(List<StoreWrite> group, Action? then)
    {
        try
        {
            then?.Invoke();
        }
        catch (Exception died)
        {
            // In a test: what was committed stays, and nobody is told.
            group.ForEach(write => write.Fail(died));
            return;
        }

        group.ForEach(write => write.Complete());
    }

    private void Fail(List<StoreWrite> group, Exception failure)
    {
        Exception told = Told(failure);
        group.ForEach(write => write.Fail(told));
    }

    private Exception Told(Exception failure)
    {
        wasFull |= failure is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_FULL };
        return tell(failure);
    }

    private void Run(StoreWrite write, Action? beforeEnd)
    {
        if (write.IsOneStatement && beforeEnd is null)
        {
            TryRun(write, null);
            return;
        }

        session.Execute("SAVEPOINT work");
        if (!TryRun(write, beforeEnd))
        {
            session.Execute("ROLLBACK TO work");
        }

        session.Execute("RELEASE work");
    }

    private bool TryRun(StoreWrite write, Action? beforeEnd)
    {
        if (write.TryRun(session, beforeEnd))
        {
            return true;
        }

        if (!session.InTransaction)
        {
            // SQLite has rolled back all of it by itself, as it does when the disk is full: the others must know.
            throw write.Failure!;
        }

        write.Failure = Told(write.Failure!);
        return false;
    }

    private void RollBack()
    {
        try
        {
            if (session.InTransaction)
            {
                session.Execute("ROLLBACK");
            }
        }
        catch (SqliteException)
        {
            // SQLite has already rolled back.
        }
    }
}
