using System.Diagnostics;
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
    ReadyQueue ready,
    Action<Wakeups> tell,
    Action<InstanceRecord> changed,
    Action queuedAgain,
    ILogger logger)
{
    /// <summary>How often code may start over within one turn and take no event: code that does so for ever must not hold up the others.</summary>
    private const int IdleStartsPerTurn = 8;

    /// <summary>How often in all. What is left of the events is written anew after so many, so few would make a long queue of them costly.</summary>
    private const int StartsPerTurn = 256;

    private readonly InboxRows inboxRows = new(sequence);
    private readonly TimerRows timerRows = new(sequence);
    private readonly ActivityRows activityRows = new(sequence);

    /// <summary>Told of every turn when it is committed, before its instance has another one.</summary>
    public Action<TurnTaken>? Taken { get; set; }

    /// <summary>Runs the code, on the calling thread; the task is the commit.</summary>
    public Task RunAsync(Mail mail)
    {
        LiveInstance? live = instances.Get(mail.Instance);
        if (live is null || live.Record.IsFinal)
        {
            return DropAsync(mail);
        }

        List<InboxMessage> messages = mail.Messages.FindAll(message => IsFor(live.Record, message));
        if (messages.Find(message => message.Event.Kind == HistoryKind.Terminated) is { } terminated)
        {
            return TerminateAsync(live, mail, terminated.Event);
        }

        if (live.Record.Status == InstanceStatus.Pending && !messages.Exists(IsStart))
        {
            ready.Hold(mail);
            return Task.CompletedTask;
        }

        List<HistoryEvent> received = Received(messages);
        return received.Count == 0 ? DropAsync(mail) : TurnAsync(live, mail, received);
    }

    private static bool IsStart(InboxMessage message) => message.Event.Kind == HistoryKind.Started;

    /// <summary>No answers to another execution, and nothing that was for an instance which had the id before and is gone.</summary>
    private static bool IsFor(InstanceRecord instance, InboxMessage message) =>
        (message.Execution == 0 || message.Execution == instance.Execution)
        && (instance.Status != InstanceStatus.Pending || message.Seq == 0 || message.Seq > instance.Execution);

    /// <summary>An event of an earlier execution, which comes before those that came since.</summary>
    private static bool IsCarriedOver(InboxMessage message) => message.Event.Kind == HistoryKind.EventRaised && message.Execution != 0;

    /// <summary>The start first, whatever came before it.</summary>
    private static List<HistoryEvent> Received(List<InboxMessage> inbox) =>
    [
        .. inbox.Where(IsStart).Take(1).Select(message => message.Event),
        .. inbox.Where(IsCarriedOver).Select(message => message.Event),
        .. inbox.Where(message => !IsStart(message) && !IsCarriedOver(message)).Select(message => message.Event),
    ];

    private Task DropAsync(Mail mail) => store.WriteAsync<object?>(
        session =>
        {
            mail.Remove(session);
            return null;
        },
        _ => Done(mail.Instance));

    private Task TerminateAsync(LiveInstance live, Mail mail, HistoryEvent terminated)
    {
        var commit = new TurnCommit(live, mail, inboxRows, timerRows, activityRows, sequence)
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

    private Task TurnAsync(LiveInstance live, Mail mail, List<HistoryEvent> received)
    {
        DateTime now = Now(live, received);
        if (live.Record.Status == InstanceStatus.Pending)
        {
            Telemetry.Started.Add(1, new KeyValuePair<string, object?>("orchestrator", live.Record.Name));
            Log.OrchestrationStarted(logger, live.Record.Name, live.Record.Id);
        }

        var commit = new TurnCommit(live, mail, inboxRows, timerRows, activityRows, sequence)
        {
            After = live.Record with { Status = InstanceStatus.Running, UpdatedAt = new DateTimeOffset(now) },
        };
        IReadOnlyList<HistoryTurn> history = live.History;
        for (int starts = 0, idle = 0; ; starts++)
        {
            OrchestrationTurn turn = NewTurn(commit.After);
            using Activity? span = Telemetry.Span("orchestration", turn.Name, turn.InstanceId);
            TurnResult result = new Replay(turn, registrations.Orchestrator(turn.Name)).Run(history, now, received);
            if (Taken is not null)
            {
                commit.Taken.Add(new TurnTaken(commit.After, history, result.History, result.End, result.Output));
            }

            Note(commit, turn, result);
            if (result.End != TurnEnd.ContinuedAsNew)
            {
                break;
            }

            int before = received.Count;
            received = [new HistoryEvent(HistoryKind.Started), .. turn.NextExecution!.KeepEvents ? turn.Events.Unclaimed : [], .. turn.Events.ForNext];
            idle += received.Count < before ? 0 : 1;
            history = [];
            commit.StartOver(commit.After with { Execution = sequence.Next(), Input = turn.NextExecution.Input });
            if (idle > IdleStartsPerTurn || starts == StartsPerTurn)
            {
                commit.ToSelf = received;
                break;
            }
        }

        return CommitAsync(live, commit);
    }

    private OrchestrationTurn NewTurn(InstanceRecord record) =>
        new(
            record,
            () => Log.Stray(logger, record.Name, record.Id),
            thrown => Log.ThrownToNobody(logger, record.Name, record.Id, thrown.GetType().ToString(), thrown.Message));

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

    private Task CommitAsync(LiveInstance live, TurnCommit commit) =>
        store.WriteAsync(commit.Write, wakeups => Committed(live, commit, wakeups));

    /// <summary>In the order of commits, so that what an instance gets is in the order of its inbox.</summary>
    private void Committed(LiveInstance live, TurnCommit commit, Wakeups wakeups)
    {
        if (Taken is { } told)
        {
            commit.Taken.ForEach(told);
        }

        if (commit.After.IsFinal)
        {
            instances.Forget(commit.After.Id);
            LogEnd(commit.After);
        }
        else
        {
            Keep(live, commit);
        }

        tell(wakeups);
        Done(commit.After.Id);
        changed(commit.After);
    }

    private void Done(string instance)
    {
        if (ready.Done(instance))
        {
            queuedAgain();
        }
    }

    private void Keep(LiveInstance live, TurnCommit commit)
    {
        List<HistoryTurn> history = commit.After.Execution == live.Record.Execution ? live.History : [];
        if (commit.Added is { } added)
        {
            history.Add(added);
        }

        instances.Keep(new LiveInstance(commit.After, history));
    }

    private void LogEnd(InstanceRecord finished)
    {
        Telemetry.Ended.Add(
            1, new KeyValuePair<string, object?>("orchestrator", finished.Name), new KeyValuePair<string, object?>("status", finished.Status.ToString()));
        Log.OrchestrationEnded(logger, finished.Name, finished.Id, finished.Status);
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
