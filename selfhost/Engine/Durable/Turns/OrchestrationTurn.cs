using System.Globalization;

namespace Rettidig.SelfHost.Durable;

/// <summary>
/// What the code of an orchestrator reaches the engine through, from its first line on: the history is replayed into
/// it, then comes what is new. Texts are JSON. All of it must be called from the code's own thread, that is, between
/// awaits of the tasks given out here.
/// </summary>
public sealed class OrchestrationTurn
{
    private readonly InstanceRecord instance;
    private readonly TurnScheduler scheduler;
    private int guids;

    internal OrchestrationTurn(InstanceRecord instance, Action reportStray, Action<Exception> reportThrown)
    {
        this.instance = instance;
        scheduler = new TurnScheduler(reportStray, thrown => ReportOnce(thrown, reportThrown));
        Events = new EventWaits(scheduler);
    }

    public string InstanceId => instance.Id;

    /// <summary>The orchestrator.</summary>
    public string Name => instance.Name;

    public string? Input => instance.Input;

    /// <summary>The instance that called this one.</summary>
    public ParentStep? Parent => instance.Parent;

    /// <summary>When the turn that is replayed, or the one that is new, began.</summary>
    public DateTime CurrentUtcDateTime { get; internal set; }

    /// <summary>Whether the code is catching up with its history.</summary>
    public bool IsReplaying { get; internal set; }

    internal TurnScheduler Scheduler => scheduler;

    internal AskedSteps Steps { get; } = new();

    internal EventWaits Events { get; }

    internal TurnEffects Effects { get; } = new();

    /// <summary>The last status that was set; <see cref="CustomStatusSet"/> tells whether one was.</summary>
    internal string? CustomStatus { get; private set; }

    internal bool CustomStatusSet { get; private set; }

    internal Restart? NextExecution { get; private set; }

    /// <exception cref="FailureException">It failed (thrown by the task).</exception>
    public Task<string?> CallActivityAsync(string name, string? input)
    {
        CheckInside();
        (int step, Task<string?> answer) = Steps.Ask(HistoryKind.ActivityCalled, name);
        if (!IsReplaying)
        {
            Effects.Activities.Add((step, name, input));
        }

        return answer;
    }

    /// <exception cref="FailureException">It failed or was terminated (thrown by the task).</exception>
    public Task<string?> CallSubOrchestratorAsync(string name, string instanceId, string? input)
    {
        CheckInside();
        (int step, Task<string?> answer) = Steps.Ask(HistoryKind.SubOrchestrationCalled, name);
        if (!IsReplaying)
        {
            Effects.SubOrchestrations.Add((step, new NewInstance(instanceId, name, input)));
        }

        return answer;
    }

    /// <summary>Ends at or after the moment, or with the cancellation.</summary>
    public Task CreateTimerAsync(DateTime fireAt, CancellationToken cancellation)
    {
        CheckInside();
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellation);
        }

        (int step, Task<string?> answer) = Steps.Ask(HistoryKind.TimerCreated, null);
        if (!IsReplaying)
        {
            Effects.Timers.Add((step, fireAt.ToUniversalTime()));
        }

        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() => CancelTimer(step, cancellation));
        }

        return answer;
    }

    /// <summary>Gives the payload of the next event of this name.</summary>
    public Task<string?> WaitForEventAsync(string name, CancellationToken cancellation)
    {
        CheckInside();
        return Events.Ask(name, cancellation);
    }

    public void SendEvent(string instanceId, string name, string? payload)
    {
        CheckInside();
        Steps.Note(HistoryKind.EventSent, name);
        if (!IsReplaying)
        {
            Effects.Events.Add((instanceId, name, payload));
        }
    }

    public void SetCustomStatus(string? status)
    {
        CheckInside();
        CustomStatus = status;
        CustomStatusSet = true;
    }

    /// <summary>Starts over with a new input once the code has returned and what it began has ended.</summary>
    public void ContinueAsNew(string? input, bool keepEvents)
    {
        CheckInside();
        NextExecution = new Restart(input, keepEvents);
    }

    /// <summary>A unique id, the same on every replay.</summary>
    public Guid NewGuid()
    {
        CheckInside();
        return DeterministicGuid.Of(string.Create(
            CultureInfo.InvariantCulture, $"{InstanceId}_{CurrentUtcDateTime:o}_{instance.Execution}_{guids++}"));
    }

    private void CancelTimer(int step, CancellationToken cancellation)
    {
        if (scheduler.IsStray())
        {
            return;
        }

        if (!IsReplaying)
        {
            Effects.CancelTimer(step);
        }

        Steps.CancelTimer(step, cancellation);
    }

    private void ReportOnce(Exception thrown, Action<Exception> report)
    {
        if (!IsReplaying)
        {
            report(thrown);
        }
    }

    private void CheckInside()
    {
        if (!scheduler.IsInside)
        {
            throw new InvalidOperationException(
                $"The context of orchestrator '{Name}' was used from outside its turn: the code awaited something that is not from the " +
                "context (I/O, Task.Delay, Task.Run, ConfigureAwait(false)). Move that into an activity, or wait with context.CreateTimer.");
        }
    }

    /// <summary>What continue-as-new asked for.</summary>
    internal sealed record Restart(string? Input, bool KeepEvents);
}
