using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>How the engine stands.</summary>
/// <param name="Open">Instances that are not finished.</param>
/// <param name="Running">Those of them for which there is something to do now.</param>
/// <param name="Failed">Instances that failed and have not been purged.</param>
/// <param name="Ended">Instances that completed or were ended, and have not been purged.</param>
/// <param name="Activities">Activities that wait to be run, or are running.</param>
/// <param name="Timers">Timers that have not fired.</param>
/// <param name="NextTimer">The first of them.</param>
public sealed record EngineCounts(long Open, long Running, long Failed, long Ended, long Activities, long Timers, DateTimeOffset? NextTimer)
{
    /// <summary>Those that sleep until something comes or a moment does.</summary>
    public long Waiting => Open - Running;

    internal static EngineCounts Read(SqliteSession session) => session.First(
        """
        SELECT
            (SELECT count(*) FROM durable_instances WHERE status IN (0, 6)),
            (SELECT count(*) FROM (SELECT instance FROM durable_inbox UNION SELECT instance FROM durable_activities)),
            (SELECT count(*) FROM durable_instances WHERE status = 3),
            (SELECT count(*) FROM durable_instances WHERE status IN (1, 5)),
            (SELECT count(*) FROM durable_activities),
            (SELECT count(*) FROM durable_timers),
            (SELECT min(due) FROM durable_timers)
        """,
        row => new EngineCounts(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetInt64(2),
            row.GetInt64(3),
            row.GetInt64(4),
            row.GetInt64(5),
            row.IsNull(6) ? null : new DateTimeOffset(row.GetInt64(6), TimeSpan.Zero)))!;
}
