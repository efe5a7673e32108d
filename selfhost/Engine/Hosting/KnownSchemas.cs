using Rettidig.SelfHost.Bus;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Schedules;
using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Tables;

namespace Rettidig.SelfHost.Hosting;

/// <summary>
/// The version of each part of the data file that this program knows. All are looked at before any is used: a file whose tables
/// are newer must not get a write from the engine, whose own part is as it was.
/// </summary>
public static class KnownSchemas
{
    private static readonly Dictionary<string, int> Versions = new(StringComparer.Ordinal)
    {
        [DurableSchema.Part] = DurableSchema.Scripts.Length,
        [BusSchema.Part] = BusSchema.Scripts.Length,
        [TableSchema.Part] = TableSchema.Scripts.Length,
        [ScheduleStore.Part] = ScheduleStore.Scripts.Length,
    };

    /// <exception cref="StoreException">A newer program wrote the file.</exception>
    public static void RefuseNewer(SqliteStore store)
    {
        if (store.Read(session => Newer(session, store.Path)) is { } newer)
        {
            throw newer;
        }
    }

    /// <summary>Why a file with this in it is refused; null when it is not.</summary>
    internal static StoreException? Newer(SqliteSession session, string file) =>
        session.Query("SELECT part, version FROM schema_versions ORDER BY part", row => (Part: row.GetString(0), Version: row.GetInt32(1)))
            .Where(written => Versions.TryGetValue(written.Part, out int version) && written.Version > version)
            .Select(written => StoreException.Newer(file, written.Part, written.Version, Versions[written.Part]))
            .FirstOrDefault();
}
