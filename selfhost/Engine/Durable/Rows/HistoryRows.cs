using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Durable;

/// <summary>The table of turns.</summary>
internal static class HistoryRows
{
    public static List<HistoryTurn> Of(SqliteSession session, string instance) => session.Query(
        "SELECT events FROM durable_history WHERE instance = $1 ORDER BY turn",
        row => HistoryCodec.Decode(row.GetBytes(0)),
        instance);

    public static void Add(SqliteSession session, string instance, int turn, HistoryTurn added) => session.Execute(
        "INSERT INTO durable_history (instance, turn, events) VALUES ($1, $2, $3)", instance, turn, HistoryCodec.Encode(added));

    public static void Clear(SqliteSession session, string instance) =>
        session.Execute("DELETE FROM durable_history WHERE instance = $1", instance);
}
