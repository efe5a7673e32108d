using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Schedules;

/// <summary>Remembers the schedules across restarts.</summary>
public sealed class ScheduleStore
{
    internal const string Part = "schedules";

    internal static readonly string[] Scripts =
    [
        "CREATE TABLE schedules (name TEXT PRIMARY KEY, last INTEGER, next INTEGER NOT NULL, updated INTEGER NOT NULL) WITHOUT ROWID",
    ];

    private readonly SqliteStore store;

    public ScheduleStore(SqliteStore store)
    {
        this.store = store;
        store.EnsureSchema(Part, Scripts);
    }

    public ScheduleState? Find(string name) =>
        store.Read(session => session.First("SELECT last, next, updated FROM schedules WHERE name = $1", StateOf, name));

    /// <summary>Returns when it is durable.</summary>
    public Task SaveAsync(string name, ScheduleState state) => store.WriteAsync(
        session => session.Execute(
            "INSERT OR REPLACE INTO schedules (name, last, next, updated) VALUES ($1, $2, $3, $4)",
            name,
            state.Last?.UtcTicks,
            state.Next.UtcTicks,
            state.Updated.UtcTicks),
        isOneStatement: true);

    private static ScheduleState StateOf(SqliteRow row) => new(
        row.IsNull(0) ? null : Utc(row.GetInt64(0)),
        Utc(row.GetInt64(1)),
        Utc(row.GetInt64(2)));

    private static DateTimeOffset Utc(long ticks) => new(ticks, TimeSpan.Zero);
}
