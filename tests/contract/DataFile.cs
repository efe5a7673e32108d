using Rettidig.SelfHost.Storage;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests;

/// <summary>A data file of a test's own, with a clock that stands still.</summary>
public sealed class DataFile : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("data-").FullName;

    public DataFile()
    {
        Path = System.IO.Path.Combine(folder, "data.db");
        Store = SqliteStore.Open(Path, StoreDurability.None);
        Clock = new SimulatedClock(new DateTimeOffset(2026, 11, 30, 7, 0, 0, TimeSpan.Zero));
        Store.Time = Clock;
    }

    public string Path { get; }

    public string ConnectionString => "Embedded=" + Path;

    public SqliteStore Store { get; private set; }

    public SimulatedClock Clock { get; }

    /// <summary>As a process does that ends and starts again.</summary>
    public async Task RestartAsync()
    {
        await Store.DisposeAsync();
        Store = SqliteStore.Open(Path, StoreDurability.None);
        Store.Time = Clock;
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
