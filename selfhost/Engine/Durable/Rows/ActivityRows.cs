using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>The table of activities whose result is not recorded yet.</summary>
internal sealed class ActivityRows(Sequence sequence)
{
    public QueuedActivity Add(SqliteSession session, string instance, long execution, int step, string name, string? input)
    {
        long seq = sequence.Next();
        session.Execute(
            "INSERT INTO durable_activities (seq, instance, execution, step, name, input) VALUES ($1, $2, $3, $4, $5, $6)",
            seq, instance, execution, step, name, input);
        return new QueuedActivity(seq, execution, step, new ActivityCall(instance, name, input));
    }

    public static QueuedActivity? Find(SqliteSession session, long seq) => session.First(
        "SELECT instance, execution, step, name, input FROM durable_activities WHERE seq = $1",
        row => new QueuedActivity(
            seq, row.GetInt64(1), row.GetInt32(2), new ActivityCall(row.GetString(0), row.GetString(3), row.Text(4))),
        seq);

    public static void Remove(SqliteSession session, long seq) =>
        session.Execute("DELETE FROM durable_activities WHERE seq = $1", seq);

    public static List<long> Waiting(SqliteSession session) =>
        session.Query("SELECT seq FROM durable_activities ORDER BY seq", row => row.GetInt64(0));
}

/// <summary>An activity that waits to be run, and the step that waits for it.</summary>
internal sealed record QueuedActivity(long Seq, long Execution, int Step, ActivityCall Call);
