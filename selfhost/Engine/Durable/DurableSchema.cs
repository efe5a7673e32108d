namespace Rettidig.SelfHost.Durable;

/// <summary>
/// The engine's tables. Times are UTC ticks. <c>seq</c> is the order in which things were committed; an
/// <c>execution</c> is one life of an instance between starts and continue-as-new, and never comes twice.
/// </summary>
internal static class DurableSchema
{
    public const string Part = "durable";

    public static readonly string[] Scripts =
    [
        """
        CREATE TABLE durable_instances (
            id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, status INTEGER NOT NULL, execution INTEGER NOT NULL,
            created INTEGER NOT NULL, updated INTEGER NOT NULL, input TEXT, output TEXT, failure TEXT, custom_status TEXT,
            parent_id TEXT, parent_name TEXT, parent_execution INTEGER, parent_step INTEGER);
        CREATE INDEX durable_instances_parent ON durable_instances (parent_id) WHERE parent_id IS NOT NULL;
        CREATE TABLE durable_history (
            instance TEXT NOT NULL, turn INTEGER NOT NULL, events BLOB NOT NULL, PRIMARY KEY (instance, turn)) WITHOUT ROWID;
        CREATE TABLE durable_inbox (
            instance TEXT NOT NULL, seq INTEGER NOT NULL, kind INTEGER NOT NULL, execution INTEGER NOT NULL, step INTEGER NOT NULL,
            name TEXT, data TEXT, PRIMARY KEY (instance, seq)) WITHOUT ROWID;
        CREATE TABLE durable_activities (
            seq INTEGER PRIMARY KEY, instance TEXT NOT NULL, execution INTEGER NOT NULL, step INTEGER NOT NULL, name TEXT NOT NULL, input TEXT);
        CREATE TABLE durable_timers (
            instance TEXT NOT NULL, step INTEGER NOT NULL, execution INTEGER NOT NULL, due INTEGER NOT NULL, seq INTEGER NOT NULL,
            PRIMARY KEY (instance, step)) WITHOUT ROWID;
        CREATE INDEX durable_timers_due ON durable_timers (due, seq, execution);
        """,
        // Where the numbers of the next process begin: to look for the last one would read every instance.
        """
        CREATE TABLE durable_sequence (next INTEGER NOT NULL);
        INSERT INTO durable_sequence (next) SELECT 1 + max(
            ifnull((SELECT max(execution) FROM durable_instances), 0),
            ifnull((SELECT max(seq) FROM durable_inbox), 0),
            ifnull((SELECT max(max(seq), max(execution)) FROM durable_activities), 0),
            ifnull((SELECT max(seq) FROM durable_timers), 0));
        """,
    ];
}
