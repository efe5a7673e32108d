namespace Rettidig.SelfHost.Durable;

/// <summary>Runs the code of an orchestrator over its history and on into one new turn.</summary>
internal sealed class Replay(OrchestrationTurn turn, Func<OrchestrationTurn, Task<string?>> code)
{
    private Task<string?>? running;

    /// <summary>
    /// Whether the code has returned or thrown, and whatever it began has ended or was cancelled: until then the instance goes
    /// on. Waits for events are nothing it began.
    /// </summary>
    private bool IsOver => running is { IsCompleted: true } && turn.Steps.Open == 0;

    public TurnResult Run(IReadOnlyList<HistoryTurn> history, DateTime now, IReadOnlyList<HistoryEvent> received)
    {
        TurnResult? result = null;
        turn.Scheduler.Run(() => result = CatchUp(history) is { } mismatch
            ? new TurnResult(TurnEnd.Failed, new HistoryTurn(now, received, []), Failure: mismatch)
            : GoOn(now, received));
        return result!;
    }

    private Failure? CatchUp(IReadOnlyList<HistoryTurn> history)
    {
        turn.IsReplaying = true;
        foreach (HistoryTurn past in history)
        {
            Give(past.Time, past.Received);
            if (StepMismatch.Between(past.Asked, turn.Steps.TakeAsked(), turn.Name) is { } mismatch)
            {
                return running is { IsFaulted: true, Exception.InnerException: { } thrown }
                    ? mismatch with { Inner = Failure.Of(thrown), Message = $"{mismatch.Message} The code threw {thrown.GetType()}: {thrown.Message}" }
                    : mismatch;
            }
        }

        return IsOver ? ReturnedEarly() : null;
    }

    private TurnResult GoOn(DateTime now, IReadOnlyList<HistoryEvent> received)
    {
        turn.IsReplaying = false;
        Give(now, received);
        var added = new HistoryTurn(now, received, turn.Steps.TakeAsked());
        if (IsOver)
        {
            return Finish(added, running!);
        }

        bool canGoOn = turn.Steps.Open + turn.Events.Open > 0;
        return canGoOn ? new TurnResult(TurnEnd.Waiting, added) : new TurnResult(TurnEnd.Failed, added, Failure: WaitsForNothing());
    }

    private void Give(DateTime time, IReadOnlyList<HistoryEvent> received)
    {
        turn.CurrentUtcDateTime = time;
        foreach (HistoryEvent item in received)
        {
            Give(item);
            turn.Scheduler.Drain();
        }
    }

    private void Give(HistoryEvent item)
    {
        switch (item.Kind)
        {
            case HistoryKind.Started:
                running = Start();
                break;
            case HistoryKind.EventRaised when running is { IsCompleted: true } && turn.NextExecution is not null:
                turn.Events.KeepForNext(item);
                break;
            case HistoryKind.EventRaised:
                turn.Events.Raise(item);
                break;
            default:
                turn.Steps.Answer(item);
                break;
        }
    }

    private Task<string?> Start()
    {
        try
        {
            return code(turn);
        }
        catch (Exception thrown)
        {
            // An orchestrator that is not an async method may throw before there is a task.
            return Task.FromException<string?>(thrown);
        }
    }

    private TurnResult Finish(HistoryTurn added, Task<string?> finished)
    {
        if (!finished.IsCompletedSuccessfully)
        {
            return new TurnResult(TurnEnd.Failed, added, Failure: Failure.Of(Thrown(finished)));
        }

        return turn.NextExecution is null
            ? new TurnResult(TurnEnd.Completed, added, finished.Result)
            : new TurnResult(TurnEnd.ContinuedAsNew, added);
    }

    /// <summary>What the code threw. A task that ended with a cancellation tells it only to those who await it.</summary>
    private static Exception Thrown(Task<string?> finished)
    {
        if (finished.Exception?.InnerException is { } thrown)
        {
            return thrown;
        }

        try
        {
            finished.GetAwaiter().GetResult();
            return new TaskCanceledException(finished);
        }
        catch (OperationCanceledException cancelled)
        {
            return cancelled;
        }
    }

    private Failure ReturnedEarly() => new(
        StepMismatch.FailureType,
        $"Non-deterministic orchestrator '{turn.Name}': on replay the code returned where its history goes on waiting. The code was changed " +
        "while the instance was running. Put the old steps back, or terminate and start the instance anew.");

    private Failure WaitsForNothing() => new(
        typeof(InvalidOperationException).FullName!,
        $"The orchestrator '{turn.Name}' has not returned and waits for nothing that its context gave it: it awaits something of its own " +
        "(I/O, Task.Delay, Task.Run, ConfigureAwait(false)), which a replay cannot repeat. Move that into an activity, or wait with context.CreateTimer.");
}
