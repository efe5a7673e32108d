using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>Instances that had a turn lately, so that the next one need not read the history again. The longest unused go first.</summary>
internal sealed class LiveInstances(SqliteStore store, int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<LiveInstance>> byId = new(StringComparer.Ordinal);
    private readonly LinkedList<LiveInstance> latestFirst = new();

    /// <summary>The instance; null when there is none of this id.</summary>
    public LiveInstance? Get(string id)
    {
        lock (gate)
        {
            if (byId.TryGetValue(id, out LinkedListNode<LiveInstance>? known))
            {
                return known.Value;
            }
        }

        return store.Read(session =>
            InstanceRows.Find(session, id) is { } record ? new LiveInstance(record, HistoryRows.Of(session, id)) : null);
    }

    public void Keep(LiveInstance instance)
    {
        lock (gate)
        {
            ForgetLocked(instance.Record.Id);
            byId[instance.Record.Id] = latestFirst.AddFirst(instance);
            if (byId.Count > capacity)
            {
                ForgetLocked(latestFirst.Last!.Value.Record.Id);
            }
        }
    }

    public void Forget(string id)
    {
        lock (gate)
        {
            ForgetLocked(id);
        }
    }

    private void ForgetLocked(string id)
    {
        if (byId.Remove(id, out LinkedListNode<LiveInstance>? known))
        {
            latestFirst.Remove(known);
        }
    }
}
