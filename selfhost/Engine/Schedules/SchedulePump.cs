using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Pumps;

namespace Rettidig.SelfHost.Schedules;

/// <summary>Runs scheduled work when it is due. The same work never runs twice at once; an occurrence that falls due while it runs is left out.</summary>
public sealed class SchedulePump(ScheduleStore store, TimeProvider time, ILogger<SchedulePump> log) : IPump, IAsyncDisposable
{
    /// <summary>More schedules than this take turns.</summary>
    private const int MostAtOnce = 8;

    /// <summary>Within this a run counts as on time.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    public string Name => "timers";

    public int Concurrency => Math.Clamp(entries.Count, 1, MostAtOnce);

    public PumpSignal Signal { get; } = new();

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
            {
                return Earliest()?.Next;
            }
        }
    }

    /// <summary>Begins to follow a schedule: from what is remembered of it, or from now.</summary>
    public void Add(ScheduledWork work)
    {
        DateTimeOffset now = time.GetUtcNow();
        ScheduleState? state = work.Monitored ? store.Find(work.Name) : null;
        DateTimeOffset next = work.Schedule.NextAfter(state is null || state.Updated > now ? now : state.Updated);
        var entry = new Entry(work, next, state);
        lock (gate)
        {
            if (work.Monitored && state is null)
            {
                Remember(entry, new ScheduleState(null, next, now));
            }

            entry.Extra = work.RunOnStartup && next > now;
            entry.Next = entry.Extra ? now : next;
            entries.Add(entry);
        }
    }

    public async ValueTask<bool> StepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (Take(now) is not { } entry)
        {
            return false;
        }

        await RunAsync(entry, new ScheduledRun(!entry.Extra && now - entry.Next > Tolerance, entry.State), cancellationToken);
        Release(entry);
        return true;
    }

    private async Task RunAsync(Entry entry, ScheduledRun run, CancellationToken cancellationToken)
    {
        try
        {
            await entry.Work.Run(run, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops: what was not finished is past due at the next start.
            throw;
        }
        catch (Exception failure)
        {
            ScheduleLog.RunFailed(log, entry.Work.Name, failure);
        }
    }

    private void Release(Entry entry)
    {
        DateTimeOffset now = time.GetUtcNow();
        lock (gate)
        {
            DateTimeOffset occurrence = entry.Next;
            entry.Next = entry.Work.Schedule.NextAfter(now);
            entry.Extra = false;
            entry.Running = false;
            if (entry.Work.Monitored)
            {
                Remember(entry, new ScheduleState(occurrence, entry.Next, now));
            }
        }

        Signal.Set();
    }

    /// <summary>What was still to be written is.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (Entry entry in entries)
        {
            await entry.Remembering;
        }
    }

    /// <summary>
    /// Under the lock. Not waited for, and of several states in a row only the last need be written: a simulation of years
    /// makes many thousand. A crash before it is written makes the occurrence run once more, as a crash during the run does.
    /// </summary>
    private void Remember(Entry entry, ScheduleState state)
    {
        entry.State = state;
        if (!entry.Saving)
        {
            entry.Saving = true;
            entry.Remembering = SaveAsync(entry);
        }
    }

    private async Task SaveAsync(Entry entry)
    {
        ScheduleState? saved = null;
        while (StateToSave(entry, saved) is { } state)
        {
            try
            {
                await store.SaveAsync(entry.Work.Name, state).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                ScheduleLog.NotRemembered(log, entry.Work.Name, failure);
            }

            saved = state;
        }
    }

    private ScheduleState? StateToSave(Entry entry, ScheduleState? saved)
    {
        lock (gate)
        {
            entry.Saving = !ReferenceEquals(entry.State, saved);
            return entry.Saving ? entry.State : null;
        }
    }

    private Entry? Take(DateTimeOffset now)
    {
        lock (gate)
        {
            if (Earliest() is not { } entry || entry.Next > now)
            {
                return null;
            }

            entry.Running = true;
            return entry;
        }
    }

    /// <summary>Under the lock. Among equals the one that was added first, so that two simulations agree.</summary>
    private Entry? Earliest()
    {
        Entry? earliest = null;
        foreach (Entry entry in entries)
        {
            if (!entry.Running && (earliest is null || entry.Next < earliest.Next))
            {
                earliest = entry;
            }
        }

        return earliest;
    }

    private sealed class Entry(ScheduledWork work, DateTimeOffset next, ScheduleState? state)
    {
        public ScheduledWork Work => work;

        public DateTimeOffset Next { get; set; } = next;

        public ScheduleState? State { get; set; } = state;

        /// <summary>What is under way will see the newest state.</summary>
        public bool Saving { get; set; }

        public Task Remembering { get; set; } = Task.CompletedTask;

        public bool Running { get; set; }

        /// <summary>The run at the start of the host, beside the schedule.</summary>
        public bool Extra { get; set; }
    }
}
