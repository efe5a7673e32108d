using System.Globalization;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>Moves timers that are due into the inboxes of their instances, in order, and knows when the next one is due.</summary>
internal sealed class DueTimers(SqliteStore store, TimeProvider time, InboxRows inbox, Action<Wakeups> tell, ILogger logger, int atOnce)
{
    /// <summary>Timers may be so late before it is said, and it is said so often.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private DateTime toldAt;
    private DateTime? earliest;
    private bool stale = true;
    private int version;
    private int moving;

    /// <summary>The moment of the earliest timer. Read from the file only after timers were removed.</summary>
    public DateTime? Earliest()
    {
        int seen;
        lock (gate)
        {
            if (!stale)
            {
                return earliest;
            }

            seen = version;
        }

        DateTime? read = store.Read(TimerRows.Earliest);
        Learn(read, seen);
        return read;
    }

    public void Changed(DateTime? added, bool removed)
    {
        if (added is null && !removed)
        {
            return;
        }

        lock (gate)
        {
            version++;
            stale |= removed;
            earliest = earliest < added ? earliest : added ?? earliest;
        }
    }

    /// <summary>Moves some of what is due and says how many; 0 when nothing is due or another loop is at it.</summary>
    public async ValueTask<int> MoveAsync()
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        if (!(Earliest() <= now) || Interlocked.Exchange(ref moving, 1) == 1)
        {
            return 0;
        }

        try
        {
            int seen = Seen();
            (Wakeups moved, DateTime? next) = await store.WriteAsync(
                session => (Move(session, now), TimerRows.Earliest(session)), written => tell(written.Item1)).ConfigureAwait(false);
            Learn(next, seen);
            Watch(moved, time.GetUtcNow().UtcDateTime);
            return moved.Messages.Count;
        }
        finally
        {
            Volatile.Write(ref moving, 0);
        }
    }

    /// <summary>The latest of those that were moved together is the first of them.</summary>
    private void Watch(Wakeups moved, DateTime now)
    {
        if (moved.Messages is not [var (_, first), ..])
        {
            return;
        }

        TimeSpan lag = now - new DateTime(long.Parse(first.Event.Data!, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        Telemetry.TimerLag.Record(lag.TotalSeconds);
        if (lag > WorthTelling && now - toldAt > WorthTelling)
        {
            toldAt = now;
            Log.TimersLate(logger, lag);
        }
    }

    private int Seen()
    {
        lock (gate)
        {
            return version;
        }
    }

    /// <summary>What was added or removed while reading may not be in what was read: then the next call reads again.</summary>
    private void Learn(DateTime? read, int seen)
    {
        lock (gate)
        {
            earliest = read;
            stale = seen != version;
        }
    }

    private Wakeups Move(SqliteSession session, DateTime now)
    {
        var moved = new Wakeups();
        foreach ((string instance, int step, long execution, long due) in TimerRows.DueAt(session, now, atOnce))
        {
            TimerRows.Remove(session, instance, step);
            HistoryKind kind = step == TimerRows.StartStep ? HistoryKind.Started : HistoryKind.TimerFired;
            moved.Add(instance, inbox.Add(session, instance, new HistoryEvent(kind, step, Data: due.ToString(CultureInfo.InvariantCulture)), execution));
        }

        return moved;
    }
}
