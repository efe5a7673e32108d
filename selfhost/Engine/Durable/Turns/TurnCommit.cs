using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>
/// All that a turn changes, written in one unit: what it took from the inbox, what it adds to the history, the state of
/// the instance, and the work it hands out. When the unit is not written, nothing of the turn has happened.
/// </summary>
internal sealed class TurnCommit(
    LiveInstance before, Mail mail, InboxRows inbox, TimerRows timers, ActivityRows activities, Sequence sequence)
{
    private readonly List<(long Execution, TurnEffects Effects)> handedOut = [];
    private bool startedOver;

    /// <summary>The instance as it will be.</summary>
    public InstanceRecord After { get; set; } = before.Record;

    /// <summary>The turn that is added; null when the instance is finished.</summary>
    public HistoryTurn? Added { get; set; }

    /// <summary>The turn as each execution in it took it.</summary>
    public List<TurnTaken> Taken { get; } = [];

    /// <summary>What goes back into the instance's own inbox.</summary>
    public IReadOnlyList<HistoryEvent> ToSelf { get; set; } = [];

    /// <summary>Whether the sub-orchestrations end with it.</summary>
    public bool EndsChildren { get; init; }

    public void HandOut(TurnEffects effects) => handedOut.Add((After.Execution, effects));

    public void StartOver(InstanceRecord next)
    {
        startedOver = true;
        After = next;
    }

    public Wakeups Write(SqliteSession session)
    {
        var wakeups = new Wakeups();
        mail.Remove(session);
        WriteHistory(session, wakeups);
        InstanceRows.Update(session, before.Record, After);
        foreach ((long execution, TurnEffects effects) in handedOut)
        {
            Write(session, execution, effects, wakeups);
        }

        foreach (HistoryEvent item in ToSelf)
        {
            Tell(session, After.Id, item, After.Execution, wakeups);
        }

        if (After.IsFinal)
        {
            TellFamily(session, wakeups);
        }

        return wakeups;
    }

    private void WriteHistory(SqliteSession session, Wakeups wakeups)
    {
        bool clear = startedOver || After.IsFinal;
        if (clear && before.History.Count > 0)
        {
            HistoryRows.Clear(session, After.Id);
        }

        if (clear)
        {
            wakeups.TimersRemoved = TimerRows.Clear(session, After.Id);
        }

        if (Added is not null)
        {
            HistoryRows.Add(session, After.Id, clear ? 0 : before.History.Count, Added);
        }
    }

    private void Write(SqliteSession session, long execution, TurnEffects effects, Wakeups wakeups)
    {
        foreach ((int step, string name, string? input) in effects.Activities)
        {
            wakeups.Activities.Add(activities.Add(session, After.Id, execution, step, name, input));
        }

        foreach ((int step, NewInstance child) in effects.SubOrchestrations)
        {
            StartChild(session, new ParentStep(After.Id, After.Name, execution, step), child, wakeups);
        }

        foreach ((string instance, string name, string? data) in effects.Events)
        {
            Tell(session, instance, new HistoryEvent(HistoryKind.EventRaised, Name: name, Data: data), 0, wakeups);
        }

        WriteTimers(session, execution, effects, wakeups);
    }

    private void WriteTimers(SqliteSession session, long execution, TurnEffects effects, Wakeups wakeups)
    {
        if (execution != After.Execution || After.IsFinal)
        {
            return;
        }

        foreach (int step in effects.CancelledTimers)
        {
            wakeups.TimersRemoved |= TimerRows.Remove(session, After.Id, step);
        }

        foreach ((int step, DateTime due) in effects.Timers)
        {
            timers.Add(session, After.Id, step, execution, due);
            wakeups.AddTimer(due);
        }
    }

    private void StartChild(SqliteSession session, ParentStep parent, NewInstance child, Wakeups wakeups)
    {
        if (InstanceRows.StatusOf(session, child.Id) is { } status && !status.IsFinal())
        {
            var refused = new Failure(
                typeof(InvalidOperationException).FullName!,
                $"The sub-orchestration was not started: an instance with the id '{child.Id}' is {status}. Give it another id, or wait for that one.");
            Tell(session, parent.InstanceId, Failed(parent.Step, refused), parent.Execution, wakeups);
            return;
        }

        InstanceRows.Erase(session, child.Id);
        InstanceRows.Insert(session, new InstanceRecord
        {
            Id = child.Id,
            Name = child.Name,
            Status = InstanceStatus.Pending,
            Execution = sequence.Next(),
            CreatedAt = After.UpdatedAt,
            UpdatedAt = After.UpdatedAt,
            Input = child.Input,
            Parent = parent,
        });
        Tell(session, child.Id, new HistoryEvent(HistoryKind.Started), 0, wakeups);
    }

    private void TellFamily(SqliteSession session, Wakeups wakeups)
    {
        if (After.Parent is { } parent)
        {
            HistoryEvent answer = After.Status == InstanceStatus.Completed
                ? new HistoryEvent(HistoryKind.SubOrchestrationCompleted, parent.Step, Data: After.Output)
                : Failed(parent.Step, After.Failure ?? new Failure("Terminated", $"The sub-orchestration '{After.Id}' was terminated."));
            Tell(session, parent.InstanceId, answer, parent.Execution, wakeups);
        }

        if (EndsChildren)
        {
            foreach (string child in InstanceRows.OpenChildren(session, After.Id))
            {
                Tell(session, child, new HistoryEvent(HistoryKind.Terminated, Name: "recursive", Data: After.Output), 0, wakeups);
            }
        }
    }

    private void Tell(SqliteSession session, string instance, HistoryEvent item, long execution, Wakeups wakeups) =>
        wakeups.Add(instance, inbox.AddWhereOpen(session, instance, item, execution));

    private static HistoryEvent Failed(int step, Failure failure) =>
        new(HistoryKind.SubOrchestrationFailed, step, Data: failure.ToJson());
}
