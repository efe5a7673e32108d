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

    private static Task NoteAsync(SqliteStore store) => store.WriteAsync(session => session.Execute("INSERT INTO notes (text) VALUES ('x')"));
}
