using System.Globalization;
using Microsoft.Data.Sqlite;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Hosting;

/// <summary>How serious a finding is.</summary>
public enum FindingKind
{
    Good,

    /// <summary>Worth looking at.</summary>
    Notice,

    /// <summary>Must be mended.</summary>
    Problem,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Kind">How it stands.</param>
/// <param name="Text">In a sentence for the person who runs the service, with what to do where there is something.</param>
public sealed record Finding(FindingKind Kind, string Text);

/// <summary>Looks at a data folder without changing anything, whether a service is running on it or not.</summary>
public static class DataCheck
{
    private const long LittleRoom = 1L << 30;

    /// <summary>What the log beside the file can take.</summary>
    private const long NoRoom = 64L << 20;

    /// <summary>A timer that is this late is not just waiting for its turn.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <param name="folder">The data folder.</param>
    /// <param name="now">Of the machine.</param>
    public static IReadOnlyList<Finding> Look(string folder, DateTimeOffset now)
    {
        string file = EmbeddedHostOptions.DatabaseIn(Path.GetFullPath(folder));
        return File.Exists(file)
            ? [Room(file), .. ReadOnly(folder, file), .. LookInto(file, session => Engine(session, now))]
            : [new Finding(FindingKind.Problem, $"Der er ingen datafil i {folder}: start tjenesten, eller peg på dens datamappe med --data.")];
    }

    /// <summary>Why a file cannot be used; null when it can be read and is whole.</summary>
    internal static string? Unusable(string file) => LookInto(file, _ => []).FirstOrDefault(finding => finding.Kind == FindingKind.Problem)?.Text;

    private static Finding Room(string file)
    {
        long free = new DriveInfo(Path.GetDirectoryName(file)!).AvailableFreeSpace;
        string size = Mebibytes(new FileInfo(file).Length + Logged(file));
        return free < LittleRoom
            ? new Finding(free < NoRoom ? FindingKind.Problem : FindingKind.Notice, $"Datafilen fylder {size}, og der er kun {Mebibytes(free)} ledigt på disken: gør plads.")
            : new Finding(FindingKind.Good, $"Datafilen fylder {size}, og der er {Mebibytes(free)} ledigt på disken.");
    }

    /// <summary>Of a young file, or one that is written to, nearly everything is in the log.</summary>
    private static long Logged(string file) => new FileInfo(file + "-wal") is { Exists: true } log ? log.Length : 0;

    /// <summary>A start by this user would be refused. Of a service that runs, its own user may write.</summary>
    private static IReadOnlyList<Finding> ReadOnly(string folder, string file)
    {
        if (DataFolder.IsHeld(folder))
        {
            return [];
        }

        try
        {
            using FileStream writable = File.Open(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            return [];
        }
        catch (Exception denied) when (denied is UnauthorizedAccessException or IOException)
        {
            return [new Finding(FindingKind.Problem, StoreException.ReadOnly(file).Message)];
        }
    }

    private static IReadOnlyList<Finding> LookInto(string file, Func<SqliteSession, IEnumerable<Finding>> further)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Source(file), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            using var session = new SqliteSession(connection);
            return Newer(session, file) is { } newer ? [Whole(session), newer] : [Whole(session), .. further(session)];
        }
        catch (SqliteException unusable)
        {
            return [new Finding(FindingKind.Problem, StoreException.Of(unusable, file).Message)];
        }
    }

    /// <summary>
    /// Where nobody runs and nothing waits in a log, the file is all there is, and SQLite is told that it stands still: otherwise
    /// it would leave files of its own beside it, also for reading, and read nothing in a folder that may not be written.
    /// </summary>
    private static string Source(string file) => File.Exists(file + "-wal") ? file : new Uri(file).AbsoluteUri + "?immutable=1";

    private static Finding Whole(SqliteSession session) =>
        session.First("PRAGMA quick_check(1)", row => row.GetString(0)) is "ok"
            ? new Finding(FindingKind.Good, "Datafilen er hel.")
            : new Finding(FindingKind.Problem, "Datafilen er beskadiget: stop tjenesten, gem en kopi af filen, og gendan den seneste sikkerhedskopi.");

    /// <summary>What a start would refuse.</summary>
    private static Finding? Newer(SqliteSession session, string file) =>
        session.First("SELECT 1 FROM sqlite_schema WHERE name = 'schema_versions'", _ => 1) == 1 && KnownSchemas.Newer(session, file) is { } newer
            ? new Finding(FindingKind.Problem, newer.Message)
            : null;

    private static IEnumerable<Finding> Engine(SqliteSession session, DateTimeOffset now)
    {
        if (session.First("SELECT 1 FROM sqlite_schema WHERE name = 'durable_timers'", _ => 1) == 0)
        {
            yield break;
        }

        EngineCounts counts = EngineCounts.Read(session);
        yield return new Finding(FindingKind.Good, string.Create(
            CultureInfo.InvariantCulture, $"Forløb: {counts.Waiting} sover, {counts.Running} har noget at lave nu, {counts.Ended} er slut."));
        yield return counts.Failed == 0
            ? new Finding(FindingKind.Good, "Ingen forløb er fejlet.")
            : new Finding(FindingKind.Notice, string.Create(
                CultureInfo.InvariantCulture, $"{counts.Failed} forløb er fejlet. Se hvorfor på tjenestens side /maskine; nattevagten starter de anbringelser igen, som ingen følger."));
        yield return now - counts.NextTimer is { } late && late > Late
            ? new Finding(FindingKind.Notice, $"Det første tidspunkt skulle være kommet for {Words(late)} siden: tjenesten har stået stille, eller den kan ikke følge med.")
            : new Finding(FindingKind.Good, counts.Timers == 0 ? "Ingen forløb venter på et tidspunkt." : "Ingen tidspunkter er overskredet.");
    }

    private static string Words(TimeSpan late) => late.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)late.TotalDays} døgn")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)late.TotalHours} timer og {late.Minutes} minutter");

    private static string Mebibytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024} MB");
}
