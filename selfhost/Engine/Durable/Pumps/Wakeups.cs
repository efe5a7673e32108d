namespace Rettidig.SelfHost.Durable;

/// <summary>What a commit gives the pumps to do. Collected while writing, told to them when the commit has succeeded.</summary>
internal sealed class Wakeups
{
    /// <summary>What was put into inboxes, in order.</summary>
    public List<(string Instance, InboxMessage Message)> Messages { get; } = [];

    /// <summary>Activities that were queued.</summary>
    public List<QueuedActivity> Activities { get; } = [];

    /// <summary>The earliest of the timers that were added.</summary>
    public DateTime? EarliestTimer { get; private set; }

    /// <summary>Whether timers were removed, so that the earliest of all may be another one now.</summary>
    public bool TimersRemoved { get; set; }

    public void AddTimer(DateTime due) => EarliestTimer = EarliestTimer < due ? EarliestTimer : due;

    public void Add(string instance, InboxMessage? message)
    {
        if (message is not null)
        {
            Messages.Add((instance, message));
        }
    }
}
