using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Contract.Tests.Storage;

/// <summary>What can be wrong with a data file is told in a sentence, and the file is left as it is.</summary>
public sealed class StoreFailureTests : IAsyncLifetime
{
    private static readonly string[] Schema = ["CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL);"];

    private readonly string folder = Directory.CreateTempSubdirectory("store-").FullName;

    private string File => Path.Combine(folder, "rettidig.db");

    public async Task InitializeAsync()
    {
        await using SqliteStore store = SqliteStore.Open(File);
        store.EnsureSchema("notes", Schema);
        for (int i = 0; i < 40; i++)
        {
            await WriteAsync(store, new string('x', 2000));
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_full_disk_is_told_nothing_is_lost_and_it_goes_on_when_there_is_room()
    {
        await using SqliteStore store = SqliteStore.Open(File);
        store.EnsureSchema("notes", Schema);
        await store.WriteAsync(session => session.Execute($"PRAGMA max_page_count = {session.First("PRAGMA page_count", row => row.GetInt64(0))}"));
        int written = Count(store);

        StoreException full = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            while (true)
            {
                await WriteAsync(store, new string('y', 2000));
                written++;
            }
        });
        int before = Count(store);
        await store.WriteAsync(session => session.Execute("PRAGMA max_page_count = 1000000"));
        await WriteAsync(store, "room");

        Assert.StartsWith($"Disken med datafilen {File} er fuld: gør plads.", full.Message);
        Assert.False(full.IsLasting);
        Assert.Equal(written, before);
        Assert.Equal(written + 1, Count(store));
        Assert.Equal("ok", store.Read(session => session.First("PRAGMA integrity_check", row => row.GetString(0))));
    }

    [Fact]
    public async Task After_a_full_disk_the_log_is_copied_into_the_file_before_it_takes_the_room_that_was_made()
    {
        await using SqliteStore store = SqliteStore.Open(File);
        await store.WriteAsync(session => session.Execute($"PRAGMA max_page_count = {session.First("PRAGMA page_count", row => row.GetInt64(0))}"));
        await WriteAsync(store, "in the log");
        long copied = store.Fsyncs - store.Commits;

        await Assert.ThrowsAsync<StoreException>(() => WriteAsync(store, new string('y', 200_000)));
        await WriteAsync(store, "room");
        await WriteAsync(store, "more room");

        // One copy is two fsyncs; once is enough.
        Assert.Equal((0, 2), (copied, store.Fsyncs - store.Commits));
    }

    [Fact]
    public async Task A_disk_that_is_full_when_the_file_is_opened_is_told_as_full()
    {
        // As SQLite says it: an I/O error, extended code IOERR_SHMSIZE.
        await using SqliteStore store = SqliteStore.Open(File);

        StoreException full = await Assert.ThrowsAsync<StoreException>(() => store.WriteAsync(_ => throw new SqliteException("disk I/O error", 10, 4874)));

        Assert.StartsWith($"Disken med datafilen {File} er fuld: gør plads.", full.Message);
        Assert.False(full.IsLasting);
    }

    [Fact]
    public async Task When_the_disk_is_full_all_that_shared_the_commit_are_told()
    {
        await using SqliteStore store = SqliteStore.Open(File);
        await store.WriteAsync(session => session.Execute($"PRAGMA max_page_count = {session.First("PRAGMA page_count", row => row.GetInt64(0))}"));
        int before = Count(store);

        Task[] writes = [.. Enumerable.Range(0, 50).Select(_ => WriteAsync(store, new string('y', 200_000)))];
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.All(writes, write => Assert.IsType<StoreException>(write.Exception!.InnerException));
        Assert.Equal(before, Count(store));
    }

    [Fact]
    public async Task A_file_that_can_only_be_read_is_told()
    {
        // Byte 18 of the header: a format that this SQLite may read and not write. (The owner's rights do not stop root.)
        Patch(18, [3]);
        await using SqliteStore store = SqliteStore.Open(File);

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => WriteAsync(store, "more"));

        Assert.StartsWith($"Datafilen {File} kan kun læses: giv programmet ret til at skrive", refused.Message);
        Assert.True(refused.IsLasting);
        Assert.Equal(40, Count(store));
    }

    [Fact]
    public async Task A_file_that_another_program_has_locked_is_told()
    {
        await using SqliteStore store = SqliteStore.Open(File);
        await store.WriteAsync(session => session.Execute("PRAGMA busy_timeout = 50"));
        await using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        other.Open();
        Execute(other, "BEGIN IMMEDIATE");

        StoreException locked = await Assert.ThrowsAsync<StoreException>(() => WriteAsync(store, "more"));
        Execute(other, "ROLLBACK");
        await WriteAsync(store, "more");

        Assert.StartsWith($"Datafilen {File} er låst af et andet program: luk det", locked.Message);
        Assert.Equal(41, Count(store));
    }

    [Fact]
    public async Task A_file_that_a_newer_version_wrote_is_refused_untouched()
    {
        await using (SqliteStore newer = SqliteStore.Open(File))
        {
            newer.EnsureSchema("notes", [.. Schema, "CREATE TABLE more (id INTEGER);"]);
        }

        byte[] before = Hash();
        await using (SqliteStore store = SqliteStore.Open(File))
        {
            StoreException refused = Assert.Throws<StoreException>(() => store.EnsureSchema("notes", Schema));

            Assert.Contains("er skrevet af en nyere version af programmet (delen 'notes' har version 2, dette program kender 1)", refused.Message);
            Assert.True(refused.IsLasting);
        }

        Assert.Equal(before, Hash());
    }

    [Fact]
    public async Task A_damaged_page_is_told_and_what_was_not_damaged_is_still_there()
    {
        byte[] page = Patch(4096 * 8, Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        var told = new List<StoreException>();
        await using (SqliteStore store = SqliteStore.Open(File))
        {
            store.Breaks += told.Add;
            StoreException damaged = Assert.Throws<StoreException>(() => store.Read(session => session.Query("SELECT text FROM notes", row => row.GetString(0))));

            Assert.StartsWith($"Datafilen {File} er beskadiget", damaged.Message);
            Assert.Contains("gendan den seneste sikkerhedskopi", damaged.Message);
            Assert.Throws<StoreException>(() => store.Read(session => session.Query("SELECT text FROM notes", row => row.GetString(0))));
            Assert.Same(damaged, Assert.Single(told));
            Assert.Same(damaged, store.Broken);
        }

        Patch(4096 * 8, page);
        await using SqliteStore mended = SqliteStore.Open(File);
        Assert.Equal(40, Count(mended));
    }

    [Fact]
    public void A_file_that_is_no_data_file_is_refused_untouched()
    {
        System.IO.File.WriteAllText(File, string.Concat(Enumerable.Repeat("Kære kommune. ", 100)));
        byte[] before = Hash();

        StoreException refused = Assert.Throws<StoreException>(() => SqliteStore.Open(File));

        Assert.StartsWith($"Filen {File} er ikke en datafil fra Rettidig", refused.Message);
        Assert.Equal(before, Hash());
    }

    [Fact]
    public void A_path_that_is_a_folder_is_told()
    {
        string path = Path.Combine(folder, "mappe");
        Directory.CreateDirectory(path);

        Assert.StartsWith($"Datafilen {path} kan ikke åbnes", Assert.Throws<StoreException>(() => SqliteStore.Open(path)).Message);
    }

    [Fact]
    public async Task A_read_sees_one_moment_however_much_is_written_meanwhile()
    {
        await using SqliteStore store = SqliteStore.Open(File);

        (int first, int second) = store.Read(session =>
        {
            int counted = session.First("SELECT count(*) FROM notes", row => row.GetInt32(0));
            WriteAsync(store, "meanwhile").GetAwaiter().GetResult();
            return (counted, session.First("SELECT count(*) FROM notes", row => row.GetInt32(0)));
        });

        Assert.Equal((40, 40), (first, second));
        Assert.Equal(41, Count(store));
    }

    [Fact]
    public async Task Those_who_are_told_of_commits_are_told_in_their_order()
    {
        await using SqliteStore store = SqliteStore.Open(File);
        var told = new List<int>();

        await Task.WhenAll(Enumerable.Range(0, 500).Select(i => store.WriteAsync(
            session => session.Execute("INSERT INTO notes (text) VALUES ($1)", "x") + i - 1, told.Add)));

        Assert.Equal(Enumerable.Range(0, 500), told);
    }

    private static Task WriteAsync(SqliteStore store, string text) => store.WriteAsync(session => session.Execute("INSERT INTO notes (text) VALUES ($1)", text));

    private static int Count(SqliteStore store) => store.Read(session => session.First("SELECT count(*) FROM notes", row => row.GetInt32(0)));

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private byte[] Hash() => SHA256.HashData(System.IO.File.ReadAllBytes(File));

    /// <summary>Writes into the file and returns what was there.</summary>
    private byte[] Patch(int offset, byte[] bytes)
    {
        using FileStream file = System.IO.File.Open(File, FileMode.Open);
        byte[] was = new byte[bytes.Length];
        file.Position = offset;
        file.ReadExactly(was);
        file.Position = offset;
        file.Write(bytes);
        return was;
    }
}
