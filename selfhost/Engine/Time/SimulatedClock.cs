namespace Rettidig.SelfHost.Time;

/// <summary>
/// A clock that stands still until it is told to jump. Timers made on it fire during the jump, in order. Code that is
/// being run and waits on it (<c>Task.Delay</c>, <c>Task.WaitAsync</c>) can be let through: then it has taken that time.
/// </summary>
public sealed class SimulatedClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<SimulatedTimer, (DateTimeOffset Due, long Order)> timers = new();
    private DateTimeOffset now;
    private TaskCompletionSource waitMade = NewSignal();
    private long order;

    public SimulatedClock(DateTimeOffset start) => now = start.ToUniversalTime();

    /// <summary>UTC: the local zone of the machine must not leak into a simulation.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Moves the clock; time never runs backwards.</summary>
    public void JumpTo(DateTimeOffset moment)
    {
        while (TakeDue(moment) is { } timer)
        {
            timer.Fire();
        }

        lock (gate)
        {
            now = moment > now ? moment.ToUniversalTime() : now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Finishes what was begun, and jumps from one of its waits to the next while it does nothing but wait on this clock.
    /// Limits of time (<see cref="CancellationTokenSource"/>) and timers that repeat are not waits: nothing is hurried to them.
    /// </summary>
    /// <param name="begin">Its waits are those made after this is called.</param>
    internal async ValueTask<T> TakeTimeAsync<T>(Func<ValueTask<T>> begin)
    {
        long before = LastOrder();
        ValueTask<T> begun = begin();
        if (begun.IsCompleted)
        {
            return await begun.ConfigureAwait(false);
        }

        Task<T> work = begun.AsTask();
        while (!work.IsCompleted)
        {
            (DateTimeOffset? due, Task another) = NextWait(before);
            if (due is { } moment)
            {
                JumpTo(moment);
            }
            else
            {
                await Task.WhenAny(work, another).ConfigureAwait(false);
            }
        }

        return await work.ConfigureAwait(false);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long LastOrder()
    {
        lock (gate)
        {
            return order;
        }
    }

    /// <summary>The earliest wait made since, and what ends when another is made.</summary>
    private (DateTimeOffset? Due, Task Another) NextWait(long since)
    {
        lock (gate)
        {
            DateTimeOffset[] due = [.. timers.UnorderedItems
                .Where(entry => entry.Element.IsWait && entry.Priority.Order > since && entry.Priority.Order == entry.Element.Version)
                .Select(entry => entry.Priority.Due)];
            return (due.Length == 0 ? null : due.Min(), waitMade.Task);
        }
    }

    private SimulatedTimer? TakeDue(DateTimeOffset moment)
    {
        lock (gate)
        {
            while (timers.TryPeek(out SimulatedTimer? timer, out (DateTimeOffset Due, long Order) at) && at.Due <= moment)
            {
                timers.Dequeue();
                if (timer.Version == at.Order)
                {
                    now = at.Due > now ? at.Due : now;
                    return timer;
                }
            }

            return null;
        }
    }

    private long Schedule(SimulatedTimer timer, TimeSpan delay)
    {
        lock (gate)
        {
            long version = ++order;
            timers.Enqueue(timer, (now + delay, version));
            if (timer.IsWait)
            {
                waitMade.TrySetResult();
                waitMade = NewSignal();
            }

            return version;
        }
    }

    private sealed class SimulatedTimer(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        /// <summary>A task made of a timer is there to be waited for.</summary>
        public bool IsWait => state is Task;

        /// <summary>The schedule that counts; an older one in the queue is passed over. Zero: none.</summary>
        public long Version { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            period = newPeriod;
            Version = dueTime == Timeout.InfiniteTimeSpan ? 0 : clock.Schedule(this, dueTime);
            return true;
        }

        public void Fire()
        {
            Version = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? 0 : clock.Schedule(this, period);
            callback(state);
        }

        public void Dispose() => Version = 0;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
