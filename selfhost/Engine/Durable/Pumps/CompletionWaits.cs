namespace Rettidig.SelfHost.Durable;

/// <summary>Callers that wait for an instance to begin or to finish.</summary>
internal sealed class CompletionWaits
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, TaskCompletionSource> byInstance = new(StringComparer.Ordinal);

    /// <summary>Take this before looking, await it after not finding what you look for.</summary>
    public Task NextChange(string instance)
    {
        lock (gate)
        {
            if (!byInstance.TryGetValue(instance, out TaskCompletionSource? change))
            {
                change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                byInstance[instance] = change;
            }

            return change.Task;
        }
    }

    public void Changed(string instance)
    {
        lock (gate)
        {
            if (byInstance.Count > 0 && byInstance.Remove(instance, out TaskCompletionSource? change))
            {
                change.SetResult();
            }
        }
    }
}
