namespace Rettidig.SelfHost.Pumps;

/// <summary>Wakes the loops of a pump. Setting it while nobody waits is remembered.</summary>
public sealed class PumpSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource waiting = New();

    public void Set()
    {
        lock (gate)
        {
            waiting.TrySetResult();
        }
    }

    /// <summary>Take this before looking for work, await it after finding none: what arrives between the two is not missed.</summary>
    public Task Next()
    {
        lock (gate)
        {
            if (waiting.Task.IsCompleted)
            {
                waiting = New();
            }

            return waiting.Task;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
