using System.Text;
using Azure.Data.Tables;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Events;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Events;
using Rettidig.Functions.Storage;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Unit.Tests.Functions;

/// <summary>A case is read from its log once, and then only what came since.</summary>
public sealed class CaseFilesTests : IAsyncLifetime
{
    private const string Decided = """{"decidedOn":"2026-01-05","consent":"with","emergency":false,"birthDate":"2012-05-01","custodyHolders":["mor"],"caseworker":"sb-1"}""";
    private const string Started = """{"startedOn":"2026-01-12","site":{"id":"hjem-1","kind":"foster-family"}}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");
    private SqliteStore store = null!;
    private CaseLog log = null!;
    private CaseFiles cases = null!;

    public async Task InitializeAsync()
    {
        string file = Path.Combine(folder.FullName, "data.db");
        store = SqliteStore.Open(file, StoreDurability.None);
        var tables = new Tables(new TableServiceClient(EmbeddedDefaults.ConnectionPrefix + file));
        await tables.CaseEvents.CreateIfNotExistsAsync();
        await tables.Erased.CreateIfNotExistsAsync();
        log = new CaseLog(tables, new ErasedPlacements(tables, TimeProvider.System));
        cases = new CaseFiles(tables);
    }

    public async Task DisposeAsync()
    {
        cases.Dispose();
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task All_placements_of_the_country_are_kept_however_often_they_are_looked_at_in_turn()
    {
        const int Country = 14_000;
        for (int placement = 0; placement < Country; placement++)
        {
            await HappensAsync(placement, "decided", Decided);
        }

        CaseReading[] first = await ReadAllAsync(Country);

        Assert.Equal(first, await ReadAllAsync(Country), ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public async Task What_came_since_is_added_to_what_is_known()
    {
        await HappensAsync(1, "decided", Decided);
        CaseReading before = await ReadAsync(1);

        await HappensAsync(1, "started", Started);
        CaseReading after = await ReadAsync(1);

        Assert.Null(before.File.StartedOn);
        Assert.Equal(new LocalDate(2026, 1, 12), after.File.StartedOn);
        Assert.Same(before.Log[0], after.Log[0]);
    }

    [Fact]
    public async Task What_the_events_of_a_case_say_alike_is_held_once()
    {
        await HappensAsync(1, "decided", Decided);
        await HappensAsync(2, "decided", Decided);
        await HappensAsync(1, "started", Started);

        IReadOnlyList<CaseEvent> one = (await ReadAsync(1)).Log;
        IReadOnlyList<CaseEvent> other = (await ReadAsync(2)).Log;

        Assert.Same(one[0].Source, one[1].Source);
        Assert.Same(one[0].Placement.Placement, one[1].Placement.Placement);
        Assert.Same(one[0].Type, other[0].Type);
    }

    private static PlacementKey Key(int placement) => new("101", $"P-{placement}");

    private async Task HappensAsync(int placement, string what, string data)
    {
        byte[] json = Encoding.UTF8.GetBytes(
            $$"""{"specversion":"1.0","id":"{{placement}}-{{what}}","source":"urn:fagsystem","type":"dk.rettidig.placement.{{what}}.v1","subject":"{{Key(placement)}}","time":"2026-01-12T09:00:00+01:00","data":{{data}} }""");
        var read = (EventReading.OfCase)EventReader.Read(json, Instant.FromUtc(2026, 1, 12, 9, 0));
        await log.AppendAsync(read.Event, BinaryData.FromBytes(json), CancellationToken.None);
    }

    private async Task<CaseReading> ReadAsync(int placement) =>
        await cases.ReadAsync(Key(placement), CancellationToken.None) ?? throw new InvalidOperationException($"Expected a log for {Key(placement)}.");

    private async Task<CaseReading[]> ReadAllAsync(int placements)
    {
        var read = new CaseReading[placements];
        for (int placement = 0; placement < placements; placement++)
        {
            read[placement] = await ReadAsync(placement);
        }

        return read;
    }
}
