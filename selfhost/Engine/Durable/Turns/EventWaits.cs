namespace Rettidig.SelfHost.Durable;

/// <summary>
/// The events that came and the waits for them, by name without regard to case. Events wait in the order they came;
/// of several waits the latest is answered first; a cancelled wait takes no event.
/// </summary>
internal sealed class EventWaits(TurnScheduler scheduler)
{
    private readonly List<HistoryEvent> unclaimed = [];
    private readonly List<HistoryEvent> forNext = [];
    private readonly List<Wait> waits = [];

    public int Open => waits.Count;

    /// <summary>The events that nobody has taken.</summary>
    public IReadOnlyList<HistoryEvent> Unclaimed => unclaimed;

    /// <summary>Those of the next execution, whether or not it takes over the unclaimed ones.</summary>
    public IReadOnlyList<HistoryEvent> ForNext => forNext;

    public Task<string?> Ask(string name, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<string?>(cancellation);
        }

        int found = unclaimed.FindIndex(item => Matches(item.Name, name));
        if (found >= 0)
        {
            string? data = unclaimed[found].Data;
            unclaimed.RemoveAt(found);
            return Task.FromResult(data);
        }

        var wait = new Wait(name);
        waits.Add(wait);
        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() => Cancel(wait, cancellation));
        }

        return wait.Completion.Task;
    }

    public void Raise(HistoryEvent raised)
    {
        int latest = waits.FindLastIndex(wait => Matches(wait.Name, raised.Name));
        if (latest < 0)
        {
            unclaimed.Add(raised);
            return;
        }

        Wait answered = waits[latest];
        waits.RemoveAt(latest);
        answered.Completion.TrySetResult(raised.Data);
    }

    /// <summary>Keeps an event that comes when the code has returned to start over.</summary>
    public void KeepForNext(HistoryEvent raised) => forNext.Add(raised);

    private void Cancel(Wait wait, CancellationToken cancellation)
    {
        if (!scheduler.IsStray() && waits.Remove(wait))
        {
            wait.Completion.TrySetCanceled(cancellation);
        }
    }

    private static bool Matches(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private sealed class Wait(string name)
    {
        public string Name => name;

        public TaskCompletionSource<string?> Completion { get; } = new();
    }
}
