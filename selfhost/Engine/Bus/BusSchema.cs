namespace Rettidig.SelfHost.Bus;

/// <summary>Append-only: see <see cref="Storage.SqliteStore.EnsureSchema"/>.</summary>
internal static class BusSchema
{
    public const string Part = "bus";

    /// <remarks>
    /// <c>bus_messages.box</c>: 0 the queue itself, 1 its dead letters. <c>ready_at</c>: UTC ticks from which a message may
    /// be received; a lock and a schedule are moments ahead, and a deferred message (state 1) is passed over. Durations are ticks.
    /// </remarks>
    public static readonly string[] Scripts =
    [
        """
        CREATE TABLE bus_queues (
            id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE COLLATE NOCASE, last_sequence INTEGER NOT NULL DEFAULT 0,
            lock_duration INTEGER NOT NULL, max_deliveries INTEGER NOT NULL, double_window INTEGER NOT NULL, bury_expired INTEGER NOT NULL);
        CREATE TABLE bus_messages (
            queue INTEGER NOT NULL, box INTEGER NOT NULL, sequence INTEGER NOT NULL, state INTEGER NOT NULL,
            ready_at INTEGER NOT NULL, deliveries INTEGER NOT NULL, enqueued_at INTEGER NOT NULL, expires_at INTEGER,
            envelope BLOB NOT NULL, body BLOB NOT NULL, reason TEXT, description TEXT,
            PRIMARY KEY (queue, box, sequence)) WITHOUT ROWID;
        CREATE INDEX bus_messages_ready ON bus_messages (queue, box, state, ready_at);
        CREATE TABLE bus_seen (
            entity TEXT NOT NULL COLLATE NOCASE, message_id TEXT NOT NULL, until INTEGER NOT NULL,
            PRIMARY KEY (entity, message_id)) WITHOUT ROWID;
        CREATE INDEX bus_seen_until ON bus_seen (until);
        CREATE TABLE bus_keys (name TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
        """,
        """
        CREATE INDEX bus_messages_expiry ON bus_messages (queue, expires_at) WHERE box = 0 AND expires_at IS NOT NULL;
        """,
    ];
}
