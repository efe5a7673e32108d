namespace Rettidig.SelfHost.Durable;

/// <summary>One thing that happened to an instance.</summary>
/// <param name="Kind">What.</param>
/// <param name="Step">The step asked for, or answered; -1 where there is none.</param>
/// <param name="Name">Of the activity, the orchestrator or the event.</param>
/// <param name="Data">Input, result or payload as JSON; for a failure its <see cref="Failure"/>.</param>
internal sealed record HistoryEvent(HistoryKind Kind, int Step = -1, string? Name = null, string? Data = null)
{
    public bool IsAsked => Kind >= HistoryKind.ActivityCalled;

    /// <summary>For errors: "activity 'Reconcile'".</summary>
    public string Describe() => Kind switch
    {
        HistoryKind.ActivityCalled => $"activity '{Name}'",
        HistoryKind.TimerCreated => "a timer",
        HistoryKind.SubOrchestrationCalled => $"sub-orchestration '{Name}'",
        HistoryKind.EventSent => $"sending event '{Name}'",
        _ => $"{Kind} {Name}",
    };
}
