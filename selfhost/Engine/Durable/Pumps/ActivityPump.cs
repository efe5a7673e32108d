using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Pumps;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>
/// Runs activities. The result goes to the instance's next turn, which records it and takes the activity out of the file
/// in one unit; after that it never runs again.
/// </summary>
internal sealed class ActivityPump(
    SqliteStore store, Registrations registrations, Action<string, InboxMessage> answer, ILogger logger, int concurrency)
    : IPump
{
    /// <summary>So many calls are kept with their inputs; those beyond are read from the file when their time comes.</summary>
    private const int MostInMemory = 10_000;

    private readonly ConcurrentQueue<(long Seq, QueuedActivity? Activity)> queue = new();

    public string Name => "activities";

    public int Concurrency => concurrency;

    public PumpSignal Signal { get; } = new();

    public DateTimeOffset? NextDue => null;

    public void Add(IReadOnlyList<QueuedActivity> queued)
    {
        if (queued.Count == 0)
        {
            return;
        }

        foreach (QueuedActivity activity in queued)
        {
            queue.Enqueue((activity.Seq, queue.Count < MostInMemory ? activity : null));
        }

        Telemetry.ActivitiesWaiting(queued.Count);
        Signal.Set(queued.Count);
    }

    /// <summary>Those that an earlier process left.</summary>
    public void Add(IReadOnlyList<long> left)
    {
        foreach (long seq in left)
        {
            queue.Enqueue((seq, null));
        }

        Telemetry.ActivitiesWaiting(left.Count);
        Signal.Set(left.Count);
    }

    public async ValueTask<bool> StepAsync(CancellationToken cancellationToken)
    {
        if (!queue.TryDequeue(out (long Seq, QueuedActivity? Activity) next))
        {
            return false;
        }

        Telemetry.ActivitiesWaiting(-1);
        try
        {
            if ((next.Activity ?? store.Read(session => ActivityRows.Find(session, next.Seq))) is { } activity)
            {
                HistoryEvent result = await RunAsync(activity, cancellationToken).ConfigureAwait(false);
                answer(activity.Call.InstanceId, new InboxMessage(0, activity.Execution, result, activity.Seq));
            }
        }
        catch
        {
            // There is no result: the activity runs again.
            queue.Enqueue(next);
            Telemetry.ActivitiesWaiting(1);
            Signal.Set();
            throw;
        }

        return true;
    }

    private async Task<HistoryEvent> RunAsync(QueuedActivity activity, CancellationToken cancellation)
    {
        using Activity? span = Telemetry.Span("activity", activity.Call.Name, activity.Call.InstanceId);
        try
        {
            string? result = await registrations.Activity(activity.Call.Name)(activity.Call, cancellation).ConfigureAwait(false);
            Tally(activity, "completed");
            return new HistoryEvent(HistoryKind.ActivityCompleted, activity.Step, Data: result);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            var failure = Failure.Of(thrown);
            Tally(activity, "failed");
            span?.SetStatus(ActivityStatusCode.Error);
            Log.ActivityFailed(logger, activity.Call.Name, activity.Call.InstanceId, failure.Type, failure.Message);
            return new HistoryEvent(HistoryKind.ActivityFailed, activity.Step, Data: failure.ToJson());
        }
    }

    private static void Tally(QueuedActivity activity, string outcome) => Telemetry.Activities.Add(
        1, new KeyValuePair<string, object?>("activity", activity.Call.Name), new KeyValuePair<string, object?>("outcome", outcome));
}
