using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>The table of what waits for the instances.</summary>
internal sealed class InboxRows(Sequence sequence)
{
    public InboxMessage Add(SqliteSession session, string instance, HistoryEvent item, long execution = 0)
    {
        var message = new InboxMessage(sequence.Next(), execution, item);
        session.Execute(
            "INSERT INTO durable_inbox (instance, seq, kind, execution, step, name, data) VALUES ($1, $2, $3, $4, $5, $6, $7)",
            instance, message.Seq, (int)item.Kind, execution, item.Step, item.Name, item.Data);
        return message;
    }

    /// <summary>For an instance that may not be there or be finished: then nothing is added.</summary>
    public InboxMessage? AddWhereOpen(SqliteSession session, string instance, HistoryEvent item, long execution = 0) =>
        InstanceRows.StatusOf(session, instance) is { } status && !status.IsFinal() ? Add(session, instance, item, execution) : null;

    public static void Remove(SqliteSession session, string instance, long upTo) =>
        session.Execute("DELETE FROM durable_inbox WHERE instance = $1 AND seq <= $2", instance, upTo);

    /// <summary>Everything that waits, in the order of arrival.</summary>
    public static List<(string Instance, InboxMessage Message)> Waiting(SqliteSession session) => session.Query(
        "SELECT instance, seq, kind, execution, step, name, data FROM durable_inbox ORDER BY seq",
        row => (row.GetString(0), new InboxMessage(
            row.GetInt64(1),
            row.GetInt64(3),
            new HistoryEvent((HistoryKind)row.GetInt32(2), row.GetInt32(4), row.Text(5), row.Text(6)))));
}
