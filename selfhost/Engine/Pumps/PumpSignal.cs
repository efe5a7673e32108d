namespace Rettidig.SelfHost.Pumps;

/// <summary>
/// Wakes the loops of a pump: as many as there are new pieces of work, not all of them. One of those that have nothing to
/// do watches the clock; the others wait for work alone. Setting it while nobody waits is remembered.
/// </summary>
public sealed class PumpSignal
{
    private readonly Lock gate = new();
    private readonly Stack<TaskCompletionSource> idle = new();
    private TaskCompletionSource? watcher;
    private TaskCompletionSource? next;
    private long version;

    /// <summary>Take this before looking for work, and wait with it after finding none: what arrives between the two is not missed.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <param name="pieces">How many pieces of work there are more than before.</param>
    public void Set(int pieces = 1)
    {
        if (pieces <= 0)
        {
            return;
        }

        lock (gate)
        {
            NoteLocked();
            for (; pieces > 0 && idle.TryPop(out TaskCompletionSource? loop); pieces--)
            {
                loop.TrySetResult();
            }

            if (pieces > 0)
            {
                watcher?.TrySetResult();
            }
        }
    }

    /// <summary>What falls due next has another moment than before.</summary>
    public void Reschedule()
    {
        lock (gate)
        {
            NoteLocked();
            watcher?.TrySetResult();
        }
    }

    /// <summary>Wakes every loop, for the host stops.</summary>
    public void WakeAll() => Set(int.MaxValue);

    /// <summary>Ends when something is set.</summary>
    public Task Next()
    {
        lock (gate)
        {
            return (next ??= New()).Task;
        }
    }

    /// <summary>Waits for work; ends at once when something was set since <paramref name="seen"/> was taken.</summary>
    /// <param name="seen">The <see cref="Version"/>.</param>
    /// <param name="watches">Whether the caller is the one to watch the clock meanwhile. It calls <see cref="EndWatch"/> afterwards.</param>
    public Task WaitAsync(long seen, out bool watches)
    {
        lock (gate)
        {
            watches = false;
            if (version != seen)
            {
                return Task.CompletedTask;
            }

            TaskCompletionSource loop = New();
            if (watcher is null)
            {
                watcher = loop;
                watches = true;
            }
            else
            {
                idle.Push(loop);
            }

            return loop.Task;
        }
    }

    /// <summary>The watcher goes to work: another one, if there is one, takes over.</summary>
    public void EndWatch()
    {
        lock (gate)
        {
            watcher = null;
            if (idle.TryPop(out TaskCompletionSource? other))
            {
                other.TrySetResult();
            }
        }
    }

    private void NoteLocked()
    {
        version++;
        next?.TrySetResult();
        next = null;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
