using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>Numbers that only grow, also across restarts. Those of rows are taken by the thread that writes, so that they follow the order of commits.</summary>
internal sealed class Sequence
{
    /// <summary>What a process sets aside when it starts: more than it can use up, and enough for eight million starts.</summary>
    private const long PerProcess = 1L << 40;

    private long last;

    public long Next() => Interlocked.Increment(ref last);

    /// <summary>Sets this process's numbers aside.</summary>
    public void Load(SqliteSession session)
    {
        long next = session.First("SELECT next FROM durable_sequence", row => row.GetInt64(0));
        session.Execute("UPDATE durable_sequence SET next = $1", next + PerProcess);
        last = next - 1;
    }
}
