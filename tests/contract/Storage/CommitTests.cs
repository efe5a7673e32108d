using Rettidig.SelfHost.Storage;

namespace Rettidig.Contract.Tests.Storage;

/// <summary>What a commit means for the disk.</summary>
public sealed class CommitTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("commit-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_durable_commit_waits_for_the_disk_and_the_log_is_written_ahead()
    {
        await using SqliteStore store = SqliteStore.Open(Path.Combine(folder, "rettidig.db"));

        // 2 is FULL.
        Assert.Equal(2, await store.WriteAsync(session => session.First("PRAGMA synchronous", row => row.GetInt32(0))));
        Assert.Equal("wal", await store.WriteAsync(session => session.First("PRAGMA journal_mode", row => row.GetString(0))));
    }

    [Fact]
    public async Task Writes_that_wait_together_share_one_commit()
    {
        using var first = new ManualResetEventSlim();
        using var all = new ManualResetEventSlim();
        await using SqliteStore store = SqliteStore.Open(Path.Combine(folder, "rettidig.db"));
        store.EnsureSchema("notes", ["CREATE TABLE notes (text TEXT NOT NULL);"]);
        long before = store.Commits;
        store.BeforeCommit = () =>
        {
            first.Set();
            all.Wait();
        };
        Task blocked = NoteAsync(store);
        first.Wait();
        Task[] waiting = [.. Enumerable.Range(0, 200).Select(_ => NoteAsync(store))];
        all.Set();
        await Task.WhenAll([blocked, .. waiting]);

        Assert.Equal(2, store.Commits - before);
        Assert.Equal(201, store.Read(session => session.First("SELECT count(*) FROM notes", row => row.GetInt32(0))));
    }

    /// <summary>Work of one statement has no savepoint: SQLite itself undoes the statement that fails.</summary>
    [Theory]
    [InlineData(StoreDurability.Full)]
    [InlineData(StoreDurability.None)]
    public async Task Of_one_statement_that_fails_nothing_stays_and_those_who_shared_the_commit_have_theirs(StoreDurability durability)
    {
        using var first = new ManualResetEventSlim();
        await using SqliteStore store = SqliteStore.Open(Path.Combine(folder, "rettidig.db"), durability);
        store.EnsureSchema("notes", ["CREATE TABLE notes (text TEXT PRIMARY KEY) WITHOUT ROWID;"]);
        await NoteAsync(store, "taken");
        store.BeforeCommit = durability == StoreDurability.Full ? first.Wait : null;
        Task before = NoteAsync(store, "before");
        Task<int> failing = store.WriteAsync(
            session => session.Execute("INSERT INTO notes (text) VALUES ('one'), ('two'), ('taken'), ('three')"), isOneStatement: true);
        Task<int> refused = store.WriteAsync<int>(_ => throw new InvalidOperationException("refused before it began"), isOneStatement: true);
        Task after = NoteAsync(store, "after");
        first.Set();

        await Task.WhenAll(before, after);
        await Assert.ThrowsAsync<StoreException>(() => failing);
        await Assert.ThrowsAsync<InvalidOperationException>(() => refused);
        Assert.Equal(["after", "before", "taken"], store.Read(session => session.Query("SELECT text FROM notes ORDER BY text", row => row.GetString(0))));
    }

    [Theory]
    [InlineData(StoreDurability.Full)]
    [InlineData(StoreDurability.None)]
    public async Task Of_a_store_that_was_closed_nothing_is_read_and_no_connection_stays(StoreDurability durability)
    {
        string file = Path.Combine(folder, "rettidig.db");
        using var reading = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        SqliteStore store = SqliteStore.Open(file, durability);
        Task<int> underway = Task.Run(() => store.Read(session =>
        {
            reading.Set();
            goOn.Wait();
            return session.First("SELECT 1", row => row.GetInt32(0));
        }));
        reading.Wait();
        Task closing = Task.Run(async () => await store.DisposeAsync());
        goOn.Set();
        await closing;

        Assert.Equal(1, await underway);
        Assert.Throws<ObjectDisposedException>(() => store.Read(session => session.First("SELECT 1", row => row.GetInt32(0))));
        // The last connection that is closed takes the log away.
        Assert.False(File.Exists(file + "-wal"));
    }

    [Fact]
    public async Task Text_is_kept_whole_whatever_is_in_it()
    {
        string[] texts = ["", "a\0b", "\0", "æøå 𝄞", "'\u001f'"];
        await using SqliteStore store = SqliteStore.Open(Path.Combine(folder, "rettidig.db"));
        store.EnsureSchema("notes", ["CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL);"]);
        foreach (string text in texts)
        {
            await NoteAsync(store, text);
        }

        Assert.Equal(texts, store.Read(session => session.Query("SELECT text FROM notes ORDER BY id", row => row.GetString(0))));
    }

    private static Task NoteAsync(SqliteStore store, string text = "x") => store.WriteAsync(session => session.Execute("INSERT INTO notes (text) VALUES ($1)", text));
}
