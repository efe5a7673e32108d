using Azure.Data.Tables;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Unit.Tests.Functions;

/// <summary>Which municipalities there are.</summary>
public sealed class MunicipalitiesTests : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");
    private SqliteStore store = null!;
    private Tables tables = null!;

    public async Task InitializeAsync()
    {
        string file = Path.Combine(folder.FullName, "data.db");
        store = SqliteStore.Open(file, StoreDurability.None);
        tables = new Tables(new TableServiceClient(EmbeddedDefaults.ConnectionPrefix + file));
        await tables.Municipalities.CreateIfNotExistsAsync();
    }

    public async Task DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Two_first_events_that_come_at_once_make_one_municipality()
    {
        var clock = new Meanwhile();
        var municipalities = new Municipalities(tables, clock);
        clock.Happens = () => municipalities.MeetAsync("101", CancellationToken.None);

        await municipalities.MeetAsync("101", CancellationToken.None);

        Assert.Equal("101", Assert.Single(await municipalities.ReadAsync(CancellationToken.None)).Code);
    }

    /// <summary>Something else happens while the time is looked up, between reading and writing.</summary>
    private sealed class Meanwhile : TimeProvider
    {
        public Func<Task>? Happens { get; set; }

        public override DateTimeOffset GetUtcNow()
        {
            Func<Task>? happens = Happens;
            Happens = null;
            happens?.Invoke().GetAwaiter().GetResult();
            return System.GetUtcNow();
        }
    }
}
