using System.Text;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Events;
using Rettidig.Functions.Events;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;

namespace Rettidig.Simulation.Tests;

public sealed class RepairTests
{
    private static async Task<string[]> OpenListAsync(Tables tables) =>
        [.. (await tables.OpenByDue.QueryAsync<TableEntity>().ToListAsync()).Select(row => $"{row.RowKey} {row.GetString("Title")}")];

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
    public async Task A_look_that_missed_the_morning_round_reminds_the_same_day()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.Services.GetRequiredService<Municipalities>().MeetAsync("101", CancellationToken.None);
        await municipality.DayAsync("2026-03-03", 6, 57);
        await WriteWithoutSignalAsync(municipality);

        await municipality.DayAsync("2026-03-03", 7, 45);
        Notice late = Assert.Single(await municipality.NoticesAsync(), notice => notice is { DutyId: "support-person-offer", Step: StepName.Overdue, Role: Role.Caseworker });
        Assert.Equal(NoticeState.Pending, late.State);
        await municipality.DayAsync("2026-03-03", 8);

        MailMessage mail = Assert.Single(municipality.Mails.To("sb-1@kommune.dk"));
        Assert.Equal((MailKind.Reminder, "reminder:101:sb-1:2026-03-03T0800"), (mail.Kind, mail.Key));
        await municipality.DayAsync("2026-03-04");
        Assert.Single(municipality.Mails.To("sb-1@kommune.dk"), other => other.Text.Contains("Støtteperson", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_duty_that_a_newer_version_calls_otherwise_is_called_so_in_the_open_list_too()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        Tables tables = municipality.Services.GetRequiredService<Tables>();
        string[] before = await OpenListAsync(tables);
        await foreach (TableEntity row in tables.Obligations.QueryAsync<TableEntity>())
        {
            await tables.Obligations.UpsertEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Title"] = "Som før", ["Fingerprint"] = "of another version" });
        }

        await foreach (TableEntity row in tables.OpenByDue.QueryAsync<TableEntity>())
        {
            await tables.OpenByDue.UpsertEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Title"] = "Som før" });
        }

        Assert.All(await OpenListAsync(tables), line => Assert.EndsWith("Som før", line));
        await municipality.ReconsiderAsync();

        Assert.NotEmpty(before);
        Assert.Equal(before, await OpenListAsync(tables));
        Assert.Empty(await tables.Obligations.QueryAsync<TableEntity>("Title eq 'Som før'").ToListAsync());
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
        await municipality.Services.GetRequiredService<Municipalities>().MeetAsync("101", CancellationToken.None);
        await WriteAsync(municipality, "placement.decided", """{"decidedOn":"2026-03-02","consent":"with","emergency":false,"birthDate":"2018-05-04","custodyHolders":["F-1"],"caseworker":"sb-1"}""");
        await WriteAsync(municipality, "placement.started", """{"startedOn":"2026-03-02","site":{"id":"S-1","kind":"foster-family"}}""");
        await municipality.Services.GetRequiredService<UnreconciledList>().AddAsync(Placement, 2, CancellationToken.None);
    }

    private static Task WriteAsync(SimulatedMunicipality municipality, string name, string data)
    {
        byte[] body = Encoding.UTF8.GetBytes(
            $$"""{"specversion":"1.0","id":"{{name}}","source":"fagsystem","type":"dk.rettidig.{{name}}.v1","subject":"101/P-1","time":"2026-03-02T09:00:00+01:00","data":{{data}}}""");
        var read = (EventReading.OfCase)EventReader.Read(body, Instant.FromUtc(2026, 3, 2, 8, 0));
        return municipality.Services.GetRequiredService<CaseLog>().AppendAsync(read.Event, BinaryData.FromBytes(body), CancellationToken.None);
    }
}
