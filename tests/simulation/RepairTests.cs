using System.Text;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Events;
using Rettidig.Functions.Events;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;

namespace Rettidig.Simulation.Tests;

public sealed class RepairTests
{
    private static readonly PlacementKey Placement = new("101", "P-1");

    [Fact]
    public async Task A_lost_signal_costs_minutes_never_a_reminder()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await WriteWithoutSignalAsync(municipality);

        await municipality.DayAsync("2026-03-02", 9, 30);

        Assert.NotNull(await municipality.Services.GetRequiredService<OpenPlacements>().FindAsync(Placement, CancellationToken.None));
        Assert.Empty(await municipality.Services.GetRequiredService<UnreconciledList>().WaitingSinceAsync(Instant.MaxValue, CancellationToken.None));
    }

    [Fact]
    public async Task The_watchdog_starts_what_nobody_follows_any_more()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        DurableTaskClient client = municipality.Services.GetRequiredService<DurableTaskClient>();
        await client.TerminateInstanceAsync(Placement.InstanceId);
        await municipality.SettleAsync();
        Assert.True((await client.GetInstanceAsync(Placement.InstanceId))!.IsCompleted);

        await municipality.DayAsync("2026-03-03", 6);

        Assert.True((await client.GetInstanceAsync(Placement.InstanceId))!.IsRunning);
    }

    [Fact]
    public async Task A_fact_that_arrives_after_the_end_is_still_looked_at()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        await municipality.DayAsync("2026-03-10");
        await municipality.SendAsync("placement.ended", new { endedOn = "2026-03-10", reason = "returned-home" });
        DurableTaskClient client = municipality.Services.GetRequiredService<DurableTaskClient>();
        Assert.True((await client.GetInstanceAsync(Placement.InstanceId))!.IsCompleted);

        await municipality.DayAsync("2026-03-20");
        await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-02" });

        Assert.Empty(await municipality.Services.GetRequiredService<UnreconciledList>().WaitingSinceAsync(Instant.MaxValue, CancellationToken.None));
        TableEntity stored = await municipality.Services.GetRequiredService<Tables>().Obligations.GetEntityAsync<TableEntity>("101:P-1", "support-person-offer:2026-03-02:F-1");
        Assert.Equal("Met", stored.GetString("Status"));
    }

    [Fact]
    public async Task Looking_again_and_again_changes_nothing()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        await municipality.DayAsync("2026-06-10");
        IReadOnlyList<Notice> before = await municipality.NoticesAsync();
        DurableTaskClient client = municipality.Services.GetRequiredService<DurableTaskClient>();
        for (int i = 0; i < 5; i++)
        {
            await client.RaiseEventAsync(Placement.InstanceId, "news");
            await municipality.SettleAsync();
        }

        Assert.Equal(before.Select(notice => (notice.Key, notice.State)), (await municipality.NoticesAsync()).Select(notice => (notice.Key, notice.State)));
    }

    /// <summary>What a process leaves that dies between the log and the signal, and whose message does not come again.</summary>
    private static async Task WriteWithoutSignalAsync(SimulatedMunicipality municipality)
    {
        const string Json = """
            {"specversion":"1.0","id":"x","source":"fagsystem","type":"dk.rettidig.placement.decided.v1","subject":"101/P-1","time":"2026-03-02T09:00:00+01:00",
             "data":{"decidedOn":"2026-03-02","consent":"with","emergency":false,"birthDate":"2018-05-04","custodyHolders":["F-1"],"caseworker":"sb-1"}}
            """;
        byte[] body = Encoding.UTF8.GetBytes(Json);
        var read = (EventReading.OfCase)EventReader.Read(body, Instant.FromUtc(2026, 3, 2, 8, 0));
        await municipality.Services.GetRequiredService<CaseLog>().AppendAsync(read.Event, BinaryData.FromBytes(body), CancellationToken.None);
        await municipality.Services.GetRequiredService<UnreconciledList>().AddAsync(Placement, 1, CancellationToken.None);
    }
}
