using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>The table of what waits for the instances.</summary>
internal sealed class InboxRows(Sequence sequence)
{
    public void Add(SqliteSession session, string instance, HistoryEvent item, long execution = 0) => session.Execute(
        "INSERT INTO durable_inbox (instance, seq, kind, execution, step, name, data) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        instance, sequence.Next(), (int)item.Kind, execution, item.Step, item.Name, item.Data);

    /// <summary>For an instance that may not be there or be finished: then nothing is added.</summary>
    public bool AddWhereOpen(SqliteSession session, string instance, HistoryEvent item, long execution = 0)
    {
        if (InstanceRows.StatusOf(session, instance) is not { } status || status.IsFinal())
        {
            return false;
        }

        Add(session, instance, item, execution);
        return true;
    }

    public static List<InboxMessage> Of(SqliteSession session, string instance) => session.Query(
        "SELECT seq, kind, execution, step, name, data FROM durable_inbox WHERE instance = $1 ORDER BY seq",
        row => new InboxMessage(
            row.GetInt64(0),
            row.GetInt64(2),
            new HistoryEvent(
                (HistoryKind)row.GetInt32(1),
                row.GetInt32(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.IsDBNull(5) ? null : row.GetString(5))),
        instance);

    public static void Remove(SqliteSession session, string instance, long upTo) =>
        session.Execute("DELETE FROM durable_inbox WHERE instance = $1 AND seq <= $2", instance, upTo);

    /// <summary>The instances that have something waiting, the longest waiting first.</summary>
    public static List<string> Waiting(SqliteSession session) => session.Query(
        "SELECT instance FROM durable_inbox GROUP BY instance ORDER BY min(seq)", row => row.GetString(0));
}
