using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>Runs activities. Each runs until its result is recorded, which happens once; after that it never runs again.</summary>
internal sealed class ActivityPump(
    SqliteStore store, InboxRows inbox, Registrations registrations, Action<string> wake, ILogger logger, int concurrency)
    : IPump
{
    private readonly ConcurrentQueue<long> queue = new();

    public string Name => "activities";

    public int Concurrency => concurrency;

    public PumpSignal Signal { get; } = new();

    public DateTimeOffset? NextDue => null;

    public void Add(IReadOnlyList<long> queued)
    {
        if (queued.Count == 0)
        {
            return;
        }

        foreach (long seq in queued)
        {
            queue.Enqueue(seq);
        }

        Signal.Set();
    }

    public async ValueTask<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (!queue.TryDequeue(out long seq))
        {
            return false;
        }

        try
        {
            if (store.Read(session => ActivityRows.Find(session, seq)) is { } activity)
            {
                await RecordAsync(seq, activity, await RunAsync(activity, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            }
        }
        catch
        {
            // The result is not recorded: the activity runs again.
            Add([seq]);
            throw;
        }

        return true;
    }

    private async Task<HistoryEvent> RunAsync(QueuedActivity activity, CancellationToken cancellation)
    {
        try
        {
            string? result = await registrations.Activity(activity.Call.Name)(activity.Call, cancellation).ConfigureAwait(false);
            return new HistoryEvent(HistoryKind.ActivityCompleted, activity.Step, Data: result);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            var failure = Failure.Of(thrown);
            Log.ActivityFailed(logger, activity.Call.Name, activity.Call.InstanceId, failure.Type, failure.Message);
            return new HistoryEvent(HistoryKind.ActivityFailed, activity.Step, Data: failure.ToJson());
        }
    }

    private async Task RecordAsync(long seq, QueuedActivity activity, HistoryEvent result)
    {
        bool told = await store.WriteAsync(session =>
            ActivityRows.Remove(session, seq)
            && inbox.AddWhereOpen(session, activity.Call.InstanceId, result, activity.Execution)).ConfigureAwait(false);
        if (told)
        {
            wake(activity.Call.InstanceId);
        }
    }
}
