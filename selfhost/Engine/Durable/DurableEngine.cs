using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>
/// Durable orchestrations on one SQLite file. What an instance has seen and asked for is its history; each turn replays
/// it, goes on from there, and commits in one unit what it took in and what it hands out. A process that dies at any
/// moment leaves a file from which everything goes on; only activities whose result was not recorded run again.
/// </summary>
/// <remarks>One process runs the instances of a file. The engine does nothing by itself: its <see cref="Pumps"/> must be stepped.</remarks>
public sealed class DurableEngine
{
    private readonly SqliteStore store;
    private readonly TimeProvider time;
    private readonly Sequence sequence = new();
    private readonly Registrations registrations = new();
    private readonly ReadyQueue ready = new();
    private readonly CompletionWaits waits = new();
    private readonly InboxRows inbox;
    private readonly TimerRows timerRows;
    private readonly LiveInstances instances;
    private readonly DueTimers timers;
    private readonly OrchestrationPump orchestrations;
    private readonly ActivityPump activities;
    private readonly TurnRunner turns;

    public DurableEngine(SqliteStore store, TimeProvider time, DurableOptions options, ILoggerFactory logs)
    {
        this.store = store;
        this.time = time;
        store.EnsureSchema(DurableSchema.Part, DurableSchema.Scripts);
        ILogger logger = logs.CreateLogger<DurableEngine>();
        inbox = new InboxRows(sequence);
        timerRows = new TimerRows(sequence);
        Watch = new EngineWatch(store);
        instances = new LiveInstances(store, options.CachedInstances);
        timers = new DueTimers(store, time, inbox, Tell, logger, options.TimersPerCommit);
        turns = new TurnRunner(store, time, instances, sequence, registrations, ready, Tell, waits.Changed, QueuedAgain, logger);
        orchestrations = new OrchestrationPump(ready, timers, turns, options);
        activities = new ActivityPump(store, registrations, Answer, logger, options.ConcurrentActivities);
        Load(logger);
    }

    /// <summary>Orchestrations, with their timers, and activities.</summary>
    public IReadOnlyList<IPump> Pumps => [orchestrations, activities];

    /// <summary>Turns, and timers that fall due.</summary>
    public IPump OrchestrationPump => orchestrations;

    public IPump ActivityPump => activities;

    /// <summary>For the person who looks after it.</summary>
    public EngineWatch Watch { get; }

    /// <summary>Told of every turn when it is committed.</summary>
    internal Action<TurnTaken>? TurnTaken
    {
        get => turns.Taken;
        set => turns.Taken = value;
    }

    internal IReadOnlyCollection<string> Orchestrators => registrations.Orchestrators;

    /// <summary>Gives an orchestrator its code: from its input to its output, both JSON.</summary>
    public void AddOrchestrator(string name, Func<OrchestrationTurn, Task<string?>> run) => registrations.Add(name, run);

    /// <summary>Gives an activity its code: from its input to its result, both JSON. It runs at least once.</summary>
    public void AddActivity(string name, Func<ActivityCall, CancellationToken, Task<string?>> run) => registrations.Add(name, run);

    /// <summary>In what a history that was kept differs from what the code does now; null when in nothing.</summary>
    internal string? Difference(TurnTaken kept) => kept.Difference(registrations.Orchestrator(kept.Instance.Name));

    /// <summary>Starts an instance; a finished one of the same id is replaced. Returns the status for which it was not started, or null.</summary>
    public async Task<InstanceStatus?> ScheduleNewAsync(NewInstance instance)
    {
        (InstanceStatus? refused, _, _) = await store.WriteAsync(session => Start(session, instance), Started).ConfigureAwait(false);
        return refused;
    }

    /// <summary>Sends an event; false when there is no such instance or it is finished.</summary>
    public Task<bool> RaiseEventAsync(string id, string name, string? payload) =>
        SendAsync(id, new HistoryEvent(HistoryKind.EventRaised, Name: name, Data: payload));

    /// <summary>Ends an instance, with its sub-orchestrations when <paramref name="recursive"/>; false when there was nothing to end.</summary>
    public Task<bool> TerminateAsync(string id, string? output, bool recursive) =>
        SendAsync(id, new HistoryEvent(HistoryKind.Terminated, Name: recursive ? "recursive" : null, Data: output));

    /// <summary>The instance, or null.</summary>
    public InstanceRecord? Find(string id) => store.Read(session => InstanceRows.Find(session, id));

    /// <summary>A page of the instances that match, in the order of their ids.</summary>
    public InstancePage Query(InstanceQuery query)
    {
        List<InstanceRecord> found = store.Read(session => InstanceRows.Query(session, query));
        return found.Count > query.PageSize
            ? new InstancePage(found[..query.PageSize], found[query.PageSize - 1].Id)
            : new InstancePage(found, null);
    }

    /// <summary>Erases a finished instance, with its finished sub-orchestrations when <paramref name="recursive"/>; how many were erased.</summary>
    public Task<int> PurgeAsync(string id, bool recursive) => store.WriteAsync(session => Purge(session, id, recursive));

    /// <summary>Waits until the instance is there and <paramref name="reached"/>.</summary>
    public async Task<InstanceRecord> WaitAsync(string id, Func<InstanceRecord, bool> reached, CancellationToken cancellation)
    {
        CompletionWaits.Waiting waiting = waits.Add(id, reached);
        try
        {
            return Find(id) is { } instance && reached(instance) ? instance : await waiting.Found.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            waits.Remove(waiting);
        }
    }

    private static int Purge(SqliteSession session, string id, bool recursive)
    {
        int purged = 0;
        // Not by recursion: generations may be thousands, and an instance that took the id of a finished one may be above itself.
        var left = new Stack<string>([id]);
        while (left.TryPop(out string? next))
        {
            if (InstanceRows.StatusOf(session, next) is not { } status || !status.IsFinal())
            {
                continue;
            }

            if (recursive)
            {
                InstanceRows.Children(session, next).ForEach(left.Push);
            }

            InstanceRows.Erase(session, next);
            purged++;
        }

        return purged;
    }

    /// <summary>The status for which it was refused; or the instance, when it starts at once, and whom to wake.</summary>
    private (InstanceStatus? Refused, InstanceRecord? Begins, Wakeups Wakeups) Start(SqliteSession session, NewInstance instance)
    {
        var wakeups = new Wakeups();
        if (InstanceRows.StatusOf(session, instance.Id) is { } status)
        {
            if (!status.IsFinal() || instance.LeaveAlone.Contains(status))
            {
                return (status, null, wakeups);
            }

            InstanceRows.Erase(session, instance.Id);
        }

        DateTimeOffset now = time.GetUtcNow();
        var begins = new InstanceRecord
        {
            Id = instance.Id,
            Name = instance.Name,
            Status = InstanceStatus.Pending,
            Execution = sequence.Next(),
            CreatedAt = now,
            UpdatedAt = now,
            Input = instance.Input,
        };
        InstanceRows.Insert(session, begins);
        if (instance.StartAt is { } later && later > now)
        {
            timerRows.Add(session, instance.Id, TimerRows.StartStep, begins.Execution, later.UtcDateTime);
            wakeups.AddTimer(later.UtcDateTime);
            return (null, null, wakeups);
        }

        wakeups.Add(instance.Id, inbox.Add(session, instance.Id, new HistoryEvent(HistoryKind.Started)));
        return (null, begins, wakeups);
    }

    private void Started((InstanceStatus? Refused, InstanceRecord? Begins, Wakeups Wakeups) start)
    {
        if (start.Begins is { } record)
        {
            instances.Keep(new LiveInstance(record, []));
        }

        Tell(start.Wakeups);
    }

    private async Task<bool> SendAsync(string id, HistoryEvent item) =>
        await store.WriteAsync(session => inbox.AddWhereOpen(session, id, item), message => Deliver(id, message), isOneStatement: true).ConfigureAwait(false) is not null;

    private void Deliver(string id, InboxMessage? message)
    {
        if (message is not null)
        {
            Answer(id, message);
        }
    }

    private void Answer(string id, InboxMessage message)
    {
        ready.Add(id, message);
        orchestrations.Signal.Set();
    }

    private void QueuedAgain() => orchestrations.Signal.Set();

    /// <summary>Called in the order of commits: see <see cref="SqliteStore"/>.</summary>
    private void Tell(Wakeups wakeups)
    {
        foreach ((string instance, InboxMessage message) in wakeups.Messages)
        {
            ready.Add(instance, message);
        }

        orchestrations.Signal.Set(wakeups.Messages.Count);
        activities.Add(wakeups.Activities);
        timers.Changed(wakeups.EarliestTimer, wakeups.TimersRemoved);
        if (wakeups.EarliestTimer is not null)
        {
            orchestrations.Signal.Reschedule();
        }
    }

    /// <summary>Finds what waited when the last process ended.</summary>
    private void Load(ILogger logger)
    {
        store.WriteAsync(sequence.Load).GetAwaiter().GetResult();
        (List<(string Instance, InboxMessage Message)> messages, List<long> left) =
            store.Read(session => (InboxRows.Waiting(session), ActivityRows.Waiting(session)));
        foreach ((string instance, InboxMessage message) in messages)
        {
            ready.Add(instance, message);
        }

        orchestrations.Signal.Set(messages.Count);
        activities.Add(left);
        Log.Loaded(logger, messages.Count, left.Count);
    }
}
