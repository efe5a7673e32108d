using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>Numbers that only grow, also across restarts. Those of rows are taken by the thread that writes, so that they follow the order of commits.</summary>
internal sealed class Sequence
{
    private long last;

    public long Next() => Interlocked.Increment(ref last);

    public void Load(SqliteSession session) => last = session.First(
        """
        SELECT max(
            ifnull((SELECT max(execution) FROM durable_instances), 0),
            ifnull((SELECT max(seq) FROM durable_inbox), 0),
            ifnull((SELECT max(max(seq), max(execution)) FROM durable_activities), 0),
            ifnull((SELECT max(seq) FROM durable_timers), 0))
        """,
        row => row.GetInt64(0));
}
