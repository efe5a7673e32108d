namespace Rettidig.SelfHost.Durable;

/// <summary>What a turn wants done in the world. Collected only for what is new: what is replayed has been done.</summary>
internal sealed class TurnEffects
{
    public List<(int Step, string Name, string? Input)> Activities { get; } = [];

    public List<(int Step, DateTime Due)> Timers { get; } = [];

    /// <summary>Timers of earlier turns that are no longer wanted.</summary>
    public List<int> CancelledTimers { get; } = [];

    public List<(int Step, NewInstance Instance)> SubOrchestrations { get; } = [];

    public List<(string InstanceId, string Name, string? Data)> Events { get; } = [];

    /// <summary>A timer that was created in this very turn never becomes a row.</summary>
    public void CancelTimer(int step)
    {
        if (Timers.RemoveAll(timer => timer.Step == step) == 0)
        {
            CancelledTimers.Add(step);
        }
    }
}
