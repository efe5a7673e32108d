namespace Rettidig.SelfHost.Storage;

/// <summary>Versions of the parts' tables. A script that has been released is never edited: the next version is one more script.</summary>
internal static class Schema
{
    public static void Prepare(SqliteSession session) =>
        session.Execute("CREATE TABLE IF NOT EXISTS schema_versions (part TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID");

    public static void Upgrade(SqliteSession session, string path, string part, IReadOnlyList<string> scripts)
    {
        int version = session.First("SELECT version FROM schema_versions WHERE part = $1", row => row.GetInt32(0), part);
        if (version > scripts.Count)
        {
            throw StoreException.Newer(path, part, version, scripts.Count);
        }

        for (int next = version; next < scripts.Count; next++)
        {
            session.Run(scripts[next]);
        }

        if (version == scripts.Count)
        {
            return;
        }

        session.Execute("INSERT OR REPLACE INTO schema_versions (part, version) VALUES ($1, $2)", part, scripts.Count);
    }
}
