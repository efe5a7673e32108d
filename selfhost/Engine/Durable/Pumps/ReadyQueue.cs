namespace Rettidig.SelfHost.Durable;

/// <summary>The instances that have something waiting, first come first served; one instance is never in two turns at once.</summary>
internal sealed class ReadyQueue
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, State> states = new(StringComparer.Ordinal);
    private readonly Queue<string> queue = new();

    private enum State
    {
        Queued,
        InTurn,
        InTurnWithMore,
    }

    public void Add(string instance)
    {
        lock (gate)
        {
            if (states.TryGetValue(instance, out State state))
            {
                states[instance] = state == State.Queued ? State.Queued : State.InTurnWithMore;
                return;
            }

            states[instance] = State.Queued;
            queue.Enqueue(instance);
        }
    }

    /// <summary>The next instance, which is in a turn until <see cref="Done"/>; null when none is ready.</summary>
    public string? Take()
    {
        lock (gate)
        {
            if (!queue.TryDequeue(out string? instance))
            {
                return null;
            }

            states[instance] = State.InTurn;
            return instance;
        }
    }

    /// <summary>The turn is over; what came meanwhile puts the instance at the end of the queue.</summary>
    public void Done(string instance)
    {
        lock (gate)
        {
            if (states.Remove(instance, out State state) && state == State.InTurnWithMore)
            {
                states[instance] = State.Queued;
                queue.Enqueue(instance);
            }
        }
    }
}
