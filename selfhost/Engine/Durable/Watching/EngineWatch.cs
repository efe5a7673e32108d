using System.Globalization;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>What a person who looks after the engine may see: ids, names, moments and failures. Never inputs, results or payloads, which may be about people.</summary>
public sealed class EngineWatch
{
    private const string Columns =
        """
        SELECT i.id, i.name, i.status, i.updated, i.failure, (SELECT min(due) FROM durable_timers t WHERE t.instance = i.id),
            EXISTS (SELECT 1 FROM durable_inbox b WHERE b.instance = i.id) OR EXISTS (SELECT 1 FROM durable_activities a WHERE a.instance = i.id)
        FROM durable_instances i
        """;

    private readonly SqliteStore store;

    internal EngineWatch(SqliteStore store) => this.store = store;

    /// <summary>How many there are of each kind.</summary>
    public EngineCounts Counts() => store.Read(EngineCounts.Read);

    /// <summary>Instances of a kind, those that changed last first.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="limit">At most so many.</param>
    public IReadOnlyList<WatchedInstance> Instances(WatchedKind kind, int limit) => store.Read(session => session.Query(
        $"{Columns} WHERE {Condition(kind)} ORDER BY i.updated DESC, i.id LIMIT $1", Read, limit));

    /// <summary>One instance, or null.</summary>
    public WatchedInstance? Find(string id) => store.Read(session => session.First<WatchedInstance?>($"{Columns} WHERE i.id = $1", Read, id));

    /// <summary>The turns of an instance that is not finished: what came in, and what was asked for.</summary>
    public IReadOnlyList<WatchedTurn> History(string id) => store.Read(session => HistoryRows.Of(session, id))
        .ConvertAll(turn => new WatchedTurn(new DateTimeOffset(turn.Time), [.. turn.Received.Select(Words)], [.. turn.Asked.Select(Words)]));

    private static string Condition(WatchedKind kind) => kind switch
    {
        WatchedKind.Running =>
            "i.status IN (0, 6) AND (i.id IN (SELECT instance FROM durable_inbox) OR i.id IN (SELECT instance FROM durable_activities))",
        WatchedKind.Waiting =>
            "i.status IN (0, 6) AND i.id NOT IN (SELECT instance FROM durable_inbox) AND i.id NOT IN (SELECT instance FROM durable_activities)",
        WatchedKind.Failed => "i.status = 3",
        _ => "i.status IN (1, 5)",
    };

    private static WatchedInstance Read(SqliteRow row) => new(
        row.GetString(0),
        row.GetString(1),
        Kind((InstanceStatus)row.GetInt32(2), row.GetBoolean(6)),
        new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero),
        row.IsNull(5) ? null : new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero),
        row.Text(4) is { } failure ? Reason(Failure.FromJson(failure)) : null);

    private static WatchedKind Kind(InstanceStatus status, bool hasWork) => status switch
    {
        InstanceStatus.Failed => WatchedKind.Failed,
        InstanceStatus.Completed or InstanceStatus.Terminated => WatchedKind.Ended,
        _ => hasWork ? WatchedKind.Running : WatchedKind.Waiting,
    };

    /// <summary>The cause, which says more than that a task failed.</summary>
    private static string Reason(Failure failure)
    {
        while (failure.Inner is { } inner)
        {
            failure = inner;
        }

        return $"{failure.Type}: {failure.Message}";
    }

    private static string Words(HistoryEvent item) => item.Kind switch
    {
        HistoryKind.Started => "begyndte",
        HistoryKind.EventRaised => $"hændelsen {item.Name}",
        HistoryKind.TimerFired => Step("tiden kom", item),
        HistoryKind.ActivityCompleted => Step("aktiviteten svarede", item),
        HistoryKind.ActivityFailed => Step("aktiviteten fejlede", item),
        HistoryKind.SubOrchestrationCompleted => Step("underforløbet svarede", item),
        HistoryKind.SubOrchestrationFailed => Step("underforløbet fejlede", item),
        HistoryKind.ActivityCalled => Step($"aktiviteten {item.Name}", item),
        HistoryKind.TimerCreated => Step("et tidspunkt", item),
        HistoryKind.SubOrchestrationCalled => Step($"underforløbet {item.Name}", item),
        HistoryKind.EventSent => Step($"send hændelsen {item.Name}", item),
        _ => item.Kind.ToString(),
    };

    private static string Step(string words, HistoryEvent item) => string.Create(CultureInfo.InvariantCulture, $"{words} (trin {item.Step})");
}
