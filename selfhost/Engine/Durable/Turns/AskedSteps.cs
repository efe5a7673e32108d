namespace Rettidig.SelfHost.Durable;

/// <summary>The steps the code has asked for: numbered in the order of asking, waiting for their answers.</summary>
internal sealed class AskedSteps
{
    private readonly Dictionary<int, TaskCompletionSource<string?>> open = [];
    private readonly HashSet<int> openTimers = [];
    private List<HistoryEvent> asked = [];
    private int next;

    /// <summary>How many answers are still to come.</summary>
    public int Open => open.Count;

    /// <summary>Timers that were created and have neither fired nor been cancelled.</summary>
    public IReadOnlyCollection<int> OpenTimers => openTimers;

    /// <summary>What was asked since the last call.</summary>
    public List<HistoryEvent> TakeAsked()
    {
        List<HistoryEvent> taken = asked;
        asked = [];
        return taken;
    }

    /// <summary>Asks for a step that will be answered.</summary>
    public (int Step, Task<string?> Answer) Ask(HistoryKind kind, string? name)
    {
        int step = Note(kind, name);
        var answer = new TaskCompletionSource<string?>();
        open.Add(step, answer);
        if (kind == HistoryKind.TimerCreated)
        {
            openTimers.Add(step);
        }

        return (step, answer.Task);
    }

    /// <summary>Asks for a step that has no answer.</summary>
    public int Note(HistoryKind kind, string? name)
    {
        asked.Add(new HistoryEvent(kind, next, name));
        return next++;
    }

    /// <summary>Gives a step its answer; one that is not waited for any more is dropped.</summary>
    public void Answer(HistoryEvent answer)
    {
        openTimers.Remove(answer.Step);
        if (!open.Remove(answer.Step, out TaskCompletionSource<string?>? waiting))
        {
            return;
        }

        if (answer.Kind is HistoryKind.ActivityFailed or HistoryKind.SubOrchestrationFailed)
        {
            waiting.TrySetException(new FailureException(Failure.FromJson(answer.Data!)) { Step = answer.Step });
            return;
        }

        waiting.TrySetResult(answer.Data);
    }

    /// <summary>Ends the waiting for a timer; false when it has ended already.</summary>
    public bool CancelTimer(int step, CancellationToken cancellation)
    {
        if (!openTimers.Remove(step) || !open.Remove(step, out TaskCompletionSource<string?>? waiting))
        {
            return false;
        }

        waiting.TrySetCanceled(cancellation);
        return true;
    }
}
