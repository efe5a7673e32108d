namespace Rettidig.SelfHost.Durable;

/// <summary>
/// Runs the continuations of an orchestrator, one after the other on the thread of the turn. What comes from another
/// thread, or after the turn, is an orchestrator that awaited something of its own: it is not run but reported. So is what
/// an <c>async void</c> of the code throws, which nobody can catch.
/// </summary>
internal sealed class TurnScheduler(Action reportStray, Action<Exception> reportThrown) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Run, object? State)> waiting = new();
    private int thread;

    /// <summary>Whether the calling code runs inside the turn.</summary>
    public bool IsInside => thread == Environment.CurrentManagedThreadId;

    /// <summary>Whether the calling code runs outside the turn, which is reported. For what is called back: there is nobody to throw to.</summary>
    public bool IsStray()
    {
        if (!IsInside)
        {
            reportStray();
        }

        return !IsInside;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsInside)
        {
            waiting.Enqueue((d, state));
            return;
        }

        reportStray();
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsInside)
        {
            d(state);
            return;
        }

        reportStray();
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs the turn on this thread.</summary>
    public void Run(Action turn)
    {
        SynchronizationContext? outer = Current;
        thread = Environment.CurrentManagedThreadId;
        SetSynchronizationContext(this);
        try
        {
            turn();
        }
        finally
        {
            SetSynchronizationContext(outer);
            thread = 0;
        }
    }

    /// <summary>Runs what is waiting until nothing is.</summary>
    public void Drain()
    {
        while (waiting.TryDequeue(out (SendOrPostCallback Run, object? State) next))
        {
            try
            {
                next.Run(next.State);
            }
            catch (Exception thrown)
            {
                reportThrown(thrown);
            }
        }
    }
}
