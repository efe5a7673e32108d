namespace Rettidig.SelfHost.Durable;

/// <summary>Callers that wait for an instance to begin or to finish.</summary>
internal sealed class CompletionWaits
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Waiting>> byInstance = new(StringComparer.Ordinal);

    /// <summary>Take this before looking, await it after not finding what you look for.</summary>
    public Waiting Add(string instance, Func<InstanceRecord, bool> reached)
    {
        var waiting = new Waiting(instance, reached);
        lock (gate)
        {
            if (!byInstance.TryGetValue(instance, out List<Waiting>? waits))
            {
                waits = byInstance[instance] = [];
            }

            waits.Add(waiting);
        }

        return waiting;
    }

    public void Remove(Waiting waiting)
    {
        lock (gate)
        {
            if (byInstance.TryGetValue(waiting.Instance, out List<Waiting>? waits) && waits.Remove(waiting) && waits.Count == 0)
            {
                byInstance.Remove(waiting.Instance);
            }
        }
    }

    public void Changed(InstanceRecord instance)
    {
        lock (gate)
        {
            if (byInstance.Count == 0 || !byInstance.TryGetValue(instance.Id, out List<Waiting>? waits))
            {
                return;
            }

            foreach (Waiting waiting in waits)
            {
                waiting.Look(instance);
            }
        }
    }

    /// <summary>One caller.</summary>
    internal sealed class Waiting(string instance, Func<InstanceRecord, bool> reached)
    {
        private readonly TaskCompletionSource<InstanceRecord> found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Instance => instance;

        public Task<InstanceRecord> Found => found.Task;

        public void Look(InstanceRecord changed)
        {
            if (reached(changed))
            {
                found.TrySetResult(changed);
            }
        }
    }
}
