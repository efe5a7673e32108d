using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rettidig.SelfHost.Storage;

/// <summary>
/// Why the data file cannot be used, in a sentence for the person who runs the service: what is wrong and what to do.
/// Nothing of what failed has happened.
/// </summary>
public sealed class StoreException : Exception
{
    private StoreException(string message, bool isLasting, Exception? reason = null)
        : base(message, reason) => IsLasting = isLasting;

    /// <summary>Whether waiting cannot help: the file is damaged, or not ours to write.</summary>
    public bool IsLasting { get; }

    internal static StoreException Newer(string path, string part, int version, int known) => new(
        $"Datafilen {path} er skrevet af en nyere version af programmet (delen '{part}' har version {version}, dette program kender {known}): " +
        "start den nyere version, eller gendan filen fra en kopi, der er ældre end opgraderingen. Filen er ikke ændret.",
        isLasting: true);

    internal static StoreException ReadOnly(string path, Exception? reason = null) => new(
        $"Datafilen {path} kan kun læses: giv programmet ret til at skrive i filen og i dens mappe.", isLasting: true, reason);

    internal static StoreException Of(SqliteException failure, string path) => failure.SqliteErrorCode switch
    {
        _ when IsFull(failure) => new($"Disken med datafilen {path} er fuld: gør plads. Det, der ikke kunne skrives, er ikke sket; det bliver gjort, når der er plads.", false, failure),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new($"Datafilen {path} er låst af et andet program: luk det, fx et værktøj, der har filen åben.", false, failure),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => ReadOnly(path, failure),
        raw.SQLITE_CANTOPEN => new($"Datafilen {path} kan ikke åbnes: se efter, at mappen findes, at stien ikke er en mappe, og at programmet må skrive der.", true, failure),
        raw.SQLITE_CORRUPT => new($"Datafilen {path} er beskadiget ({failure.Message}): stop programmet, gem en kopi af filen, og gendan den seneste sikkerhedskopi. Programmet har ikke ændret filen siden.", true, failure),
        raw.SQLITE_NOTADB => new($"Filen {path} er ikke en datafil fra Rettidig, eller dens begyndelse er beskadiget: vælg en anden mappe, eller gendan den seneste sikkerhedskopi. Filen er ikke ændret.", true, failure),
        raw.SQLITE_IOERR => new($"Disken med datafilen {path} svarer med fejl ({failure.Message}): se efter disken. Det, der ikke kunne skrives, er ikke sket.", false, failure),
        _ => new($"Datafilen {path} kunne ikke bruges ({failure.Message}). Det, der ikke kunne skrives, er ikke sket.", false, failure),
    };

    /// <summary>Also where the index of the log, which is made when a file is opened, finds no room: SQLite takes that for a fault of the disk.</summary>
    private static bool IsFull(SqliteException failure) =>
        failure is { SqliteErrorCode: raw.SQLITE_FULL } or { SqliteExtendedErrorCode: raw.SQLITE_IOERR_SHMSIZE };
}
