using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>The table of instances.</summary>
internal static class InstanceRows
{
    private const string Columns =
        "id, name, status, execution, created, updated, input, output, failure, custom_status, parent_id, parent_name, parent_execution, parent_step";

    public static InstanceRecord? Find(SqliteSession session, string id) =>
        session.First($"SELECT {Columns} FROM durable_instances WHERE id = $1", Read, id);

    public static InstanceStatus? StatusOf(SqliteSession session, string id) =>
        session.First("SELECT status FROM durable_instances WHERE id = $1", row => (InstanceStatus?)row.GetInt32(0), id);

    public static void Insert(SqliteSession session, InstanceRecord instance) => session.Execute(
        $"""
        INSERT OR REPLACE INTO durable_instances ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        instance.Id,
        instance.Name,
        (int)instance.Status,
        instance.Execution,
        instance.CreatedAt.UtcTicks,
        instance.UpdatedAt.UtcTicks,
        instance.Input,
        instance.Output,
        instance.Failure?.ToJson(),
        instance.CustomStatus,
        instance.Parent?.InstanceId,
        instance.Parent?.Name,
        instance.Parent?.Execution,
        instance.Parent?.Step);

    /// <summary>Writes what a turn may change. The input, which may be large, only when the execution is a new one.</summary>
    public static void Update(SqliteSession session, InstanceRecord before, InstanceRecord after)
    {
        session.Execute(
            "UPDATE durable_instances SET status = $2, updated = $3, custom_status = $4, output = $5, failure = $6 WHERE id = $1",
            after.Id, (int)after.Status, after.UpdatedAt.UtcTicks, after.CustomStatus, after.Output, after.Failure?.ToJson());
        if (after.Execution != before.Execution)
        {
            session.Execute(
                "UPDATE durable_instances SET execution = $2, input = $3 WHERE id = $1", after.Id, after.Execution, after.Input);
        }
    }

    public static List<InstanceRecord> Query(SqliteSession session, InstanceQuery query) => session.Query(
        $"""
        SELECT {Columns} FROM durable_instances
        WHERE id > $1 AND id >= $2 AND id < $7 AND ($3 >> status) & 1 AND created >= $4 AND created <= $5
        ORDER BY id LIMIT $6
        """,
        Read,
        query.After ?? string.Empty,
        query.IdPrefix,
        query.Statuses is { } statuses ? statuses.Aggregate(0L, (mask, status) => mask | (1L << (int)status)) : -1L,
        query.CreatedFrom?.UtcTicks ?? 0L,
        query.CreatedTo?.UtcTicks ?? long.MaxValue,
        query.PageSize + 1,
        // The last of all characters: what begins with the prefix lies between the two, and nothing else is read.
        query.IdPrefix + "\U0010FFFF");

    /// <summary>Sub-orchestrations that are not finished.</summary>
    public static List<string> OpenChildren(SqliteSession session, string id) => session.Query(
        "SELECT id FROM durable_instances WHERE parent_id = $1 AND status IN (0, 6) ORDER BY id", row => row.GetString(0), id);

    public static List<string> Children(SqliteSession session, string id) => session.Query(
        "SELECT id FROM durable_instances WHERE parent_id = $1 ORDER BY id", row => row.GetString(0), id);

    /// <summary>Erases an instance and everything of it.</summary>
    public static void Erase(SqliteSession session, string id)
    {
        session.Execute("DELETE FROM durable_instances WHERE id = $1", id);
        session.Execute("DELETE FROM durable_history WHERE instance = $1", id);
        session.Execute("DELETE FROM durable_inbox WHERE instance = $1", id);
        session.Execute("DELETE FROM durable_timers WHERE instance = $1", id);
    }

    private static InstanceRecord Read(SqliteRow row) => new()
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        Status = (InstanceStatus)row.GetInt32(2),
        Execution = row.GetInt64(3),
        CreatedAt = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(row.GetInt64(5), TimeSpan.Zero),
        Input = Text(row, 6),
        Output = Text(row, 7),
        Failure = Text(row, 8) is { } failure ? Failure.FromJson(failure) : null,
        CustomStatus = Text(row, 9),
        Parent = row.IsNull(10) ? null : new ParentStep(row.GetString(10), row.GetString(11), row.GetInt64(12), row.GetInt32(13)),
    };

    private static string? Text(SqliteRow row, int column) => row.IsNull(column) ? null : row.GetString(column);
}
