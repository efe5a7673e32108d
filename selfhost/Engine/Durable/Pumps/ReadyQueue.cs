namespace Rettidig.SelfHost.Durable;

/// <summary>
/// What waits for the instances, as their inboxes in the file, and which of them can have a turn: first come first
/// served, and one instance is never in two turns at once.
/// </summary>
internal sealed class ReadyQueue
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Box> boxes = new(StringComparer.Ordinal);
    private readonly Queue<string> queue = new();

    private enum State
    {
        /// <summary>It starts later: what is for it waits.</summary>
        Held,
        Queued,
        InTurn,
        InTurnWithMore,
    }

    public void Add(string instance, InboxMessage message)
    {
        lock (gate)
        {
            bool isFirst = !boxes.TryGetValue(instance, out Box? box);
            box ??= boxes[instance] = new Box();
            box.Messages.Add(message);
            // One that is held has its turn when it starts or ends: to look at it for every event would cost the more the more wait.
            if (isFirst || (box.State == State.Held && message.Event.Kind is HistoryKind.Started or HistoryKind.Terminated))
            {
                Enqueue(instance, box);
            }
            else if (box.State == State.InTurn)
            {
                box.State = State.InTurnWithMore;
            }
        }
    }

    /// <summary>The next instance with what waits for it. It is in a turn until one of the methods below says otherwise. Null when none is ready.</summary>
    public Mail? Take()
    {
        lock (gate)
        {
            if (!queue.TryDequeue(out string? instance))
            {
                return null;
            }

            Telemetry.OrchestrationsWaiting(-1);
            Box box = boxes[instance];
            box.State = State.InTurn;
            var mail = new Mail(instance, box.Messages);
            box.Messages = [];
            return mail;
        }
    }

    /// <summary>The turn is committed. True when something came meanwhile, which puts the instance at the end of the queue: a loop must be told.</summary>
    public bool Done(string instance)
    {
        lock (gate)
        {
            Box box = boxes[instance];
            if (box.State == State.InTurnWithMore)
            {
                Enqueue(instance, box);
                return true;
            }

            boxes.Remove(instance);
            return false;
        }
    }

    /// <summary>There was no turn, since the instance starts later.</summary>
    public void Hold(Mail mail)
    {
        lock (gate)
        {
            Box box = PutBack(mail);
            if (box.State == State.InTurnWithMore)
            {
                Enqueue(mail.Instance, box);
            }
            else
            {
                box.State = State.Held;
            }
        }
    }

    /// <summary>Nothing of the turn is committed: it is taken again.</summary>
    public void Again(Mail mail)
    {
        lock (gate)
        {
            Enqueue(mail.Instance, PutBack(mail));
        }
    }

    private Box PutBack(Mail mail)
    {
        Box box = boxes[mail.Instance];
        box.Messages = [.. mail.Messages, .. box.Messages];
        return box;
    }

    private void Enqueue(string instance, Box box)
    {
        Telemetry.OrchestrationsWaiting(1);
        box.State = State.Queued;
        queue.Enqueue(instance);
    }

    private sealed class Box
    {
        public State State { get; set; }

        public List<InboxMessage> Messages { get; set; } = [];
    }
}
