using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>The table of timers: a year costs what a second costs, one row.</summary>
internal sealed class TimerRows(Sequence sequence)
{
    /// <summary>The step of the timer that starts an instance later.</summary>
    public const int StartStep = -1;

    public void Add(SqliteSession session, string instance, int step, long execution, DateTime due) => session.Execute(
        "INSERT INTO durable_timers (instance, step, execution, due, seq) VALUES ($1, $2, $3, $4, $5)",
        instance, step, execution, due.Ticks, sequence.Next());

    /// <summary>False when there was none.</summary>
    public static bool Remove(SqliteSession session, string instance, int step) =>
        session.Execute("DELETE FROM durable_timers WHERE instance = $1 AND step = $2", instance, step) > 0;

    /// <summary>False when there were none.</summary>
    public static bool Clear(SqliteSession session, string instance) =>
        session.Execute("DELETE FROM durable_timers WHERE instance = $1", instance) > 0;

    public static List<(string Instance, int Step, long Execution, long Due)> DueAt(SqliteSession session, DateTime now, int limit) =>
        session.Query(
            "SELECT instance, step, execution, due FROM durable_timers WHERE due <= $1 ORDER BY due, seq LIMIT $2",
            row => (row.GetString(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3)),
            now.Ticks,
            limit);

    public static DateTime? Earliest(SqliteSession session) => session.First(
        "SELECT due FROM durable_timers ORDER BY due LIMIT 1", row => (DateTime?)new DateTime(row.GetInt64(0), DateTimeKind.Utc));
}
