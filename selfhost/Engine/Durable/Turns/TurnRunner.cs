using System.Globalization;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>Takes what waits for an instance, runs its code over it, and commits what came of it.</summary>
internal sealed class TurnRunner(
    SqliteStore store,
    TimeProvider time,
    LiveInstances instances,
    Sequence sequence,
    Registrations registrations,
    ILogger logger)
{
    /// <summary>How often code may start over within one turn: code that does so for ever must not hold up the others.</summary>
    private const int StartsPerTurn = 8;

    private readonly InboxRows inboxRows = new(sequence);
    private readonly TimerRows timerRows = new(sequence);
    private readonly ActivityRows activityRows = new(sequence);

    public async Task<Wakeups> RunAsync(string id)
    {
        // The inbox first: what is read of the instance after that is at least as new as what is to be taken in.
        List<InboxMessage> inbox = store.Read(session => InboxRows.Of(session, id));
        if (inbox.Count == 0)
        {
            return new Wakeups();
        }

        LiveInstance? live = instances.Get(id);
        long upTo = inbox[^1].Seq;
        if (live is null || live.Record.IsFinal)
        {
            return await DropAsync(id, upTo).ConfigureAwait(false);
        }

        if (inbox.Find(message => message.Event.Kind == HistoryKind.Terminated) is { } terminated)
        {
            return await TerminateAsync(live, upTo, terminated.Event).ConfigureAwait(false);
        }

        if (live.Record.Status == InstanceStatus.Pending && !inbox.Exists(IsStart))
        {
            // It starts later: what is for it waits.
            return new Wakeups();
        }

        List<HistoryEvent> received = Received(live, inbox);
        return received.Count == 0
            ? await DropAsync(id, upTo).ConfigureAwait(false)
            : await TurnAsync(live, upTo, received).ConfigureAwait(false);
    }

    private static bool IsStart(InboxMessage message) => message.Event.Kind == HistoryKind.Started;

    /// <summary>The start first, whatever came before it; no answers to another execution.</summary>
    private static List<HistoryEvent> Received(LiveInstance live, List<InboxMessage> inbox) =>
    [
        .. inbox.Where(IsStart).Take(1).Select(message => message.Event),
        .. inbox.Where(message => !IsStart(message) && (message.Execution == 0 || message.Execution == live.Record.Execution))
            .Select(message => message.Event),
    ];

    private async Task<Wakeups> DropAsync(string id, long upTo)
    {
        await store.WriteAsync(session => InboxRows.Remove(session, id, upTo)).ConfigureAwait(false);
        return new Wakeups();
    }

    private Task<Wakeups> TerminateAsync(LiveInstance live, long upTo, HistoryEvent terminated)
    {
        var commit = new TurnCommit(live, upTo, inboxRows, timerRows, activityRows, sequence)
        {
            EndsChildren = terminated.Name is not null,
            After = live.Record with
            {
                Status = InstanceStatus.Terminated,
                Output = terminated.Data,
                UpdatedAt = time.GetUtcNow(),
            },
        };
        return CommitAsync(live, commit);
    }

    private Task<Wakeups> TurnAsync(LiveInstance live, long upTo, List<HistoryEvent> received)
    {
        DateTime now = Now(live, received);
        var commit = new TurnCommit(live, upTo, inboxRows, timerRows, activityRows, sequence)
        {
            After = live.Record with { Status = InstanceStatus.Running, UpdatedAt = new DateTimeOffset(now) },
        };
        IReadOnlyList<HistoryTurn> history = live.History;
        for (int starts = 0; ; starts++)
        {
            OrchestrationTurn turn = NewTurn(commit.After);
            TurnResult result = new Replay(turn, registrations.Orchestrator(turn.Name)).Run(history, now, received);
            Note(commit, turn, result);
            if (result.End != TurnEnd.ContinuedAsNew)
            {
                break;
            }

            received = [new HistoryEvent(HistoryKind.Started), .. turn.NextExecution!.KeepEvents ? turn.Events.Unclaimed : []];
            history = [];
            commit.StartOver(commit.After with { Execution = sequence.Next(), Input = turn.NextExecution.Input });
            if (starts == StartsPerTurn)
            {
                commit.ToSelf = received;
                break;
            }
        }

        return CommitAsync(live, commit);
    }

    private OrchestrationTurn NewTurn(InstanceRecord record) =>
        new(record, () => Log.Stray(logger, record.Name, record.Id));

    private static void Note(TurnCommit commit, OrchestrationTurn turn, TurnResult result)
    {
        commit.HandOut(turn.Effects);
        commit.Added = result.End == TurnEnd.Waiting ? result.History : null;
        commit.After = commit.After with
        {
            CustomStatus = turn.CustomStatusSet ? turn.CustomStatus : commit.After.CustomStatus,
            Status = result.End switch
            {
                TurnEnd.Completed => InstanceStatus.Completed,
                TurnEnd.Failed => InstanceStatus.Failed,
                _ => InstanceStatus.Running,
            },
            Output = result.Output,
            Failure = result.Failure,
        };
    }

    private async Task<Wakeups> CommitAsync(LiveInstance live, TurnCommit commit)
    {
        Wakeups wakeups = await store.WriteAsync(commit.Write).ConfigureAwait(false);
        if (commit.After.IsFinal)
        {
            instances.Forget(commit.After.Id);
            LogEnd(commit.After);
            return wakeups;
        }

        List<HistoryTurn> history = commit.After.Execution == live.Record.Execution ? live.History : [];
        if (commit.Added is { } added)
        {
            history.Add(added);
        }

        instances.Keep(new LiveInstance(commit.After, history));
        return wakeups;
    }

    private void LogEnd(InstanceRecord finished)
    {
        if (finished.Failure is { } failure)
        {
            Log.OrchestrationFailed(logger, finished.Name, finished.Id, failure.Type, failure.Message);
        }
    }

    /// <summary>Now; never before an earlier turn, nor before a timer that has fired, though the machine's clock be set back.</summary>
    private DateTime Now(LiveInstance live, List<HistoryEvent> received)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        if (live.History.Count > 0)
        {
            now = Later(now, live.History[^1].Time);
        }

        foreach (HistoryEvent item in received)
        {
            if (item is { Kind: HistoryKind.TimerFired or HistoryKind.Started, Data: { } due })
            {
                now = Later(now, new DateTime(long.Parse(due, CultureInfo.InvariantCulture), DateTimeKind.Utc));
            }
        }

        return now;
    }

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
