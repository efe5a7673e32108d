using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Domain;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Storage;

namespace Rettidig.Simulation.Tests;

/// <summary>The rights of those a placement is about: nothing is left of what was erased, and everything is shown of what is held.</summary>
public sealed class ErasureTests
{
    private static readonly PlacementKey Placement = new("101", "P-1");

    [Fact]
    public async Task Nothing_in_any_table_names_a_placement_that_was_erased()
    {
        await using SimulatedMunicipality municipality = await WithTwoPlacementsAsync();
        string[] before = await NamingAsync(municipality, "P-1");
        Assert.All(["CaseEvents", "Obligations", "OpenByDue", "Notices", "Placements", "Mails"], table => Assert.Contains(before, row => row.StartsWith(table, StringComparison.Ordinal)));

        ErasureReport report = await EraseAsync(municipality);

        Assert.Equal(new ErasureReport("101/P-1", Known: true, Rows: 0, Done: true), report);
        Assert.Empty(await NamingAsync(municipality, "P-1"));
        Assert.Null(await Client(municipality).GetInstanceAsync(Placement.InstanceId));
    }

    [Fact]
    public async Task Nothing_of_it_is_left_in_memory()
    {
        await using SimulatedMunicipality municipality = await WithTwoPlacementsAsync();
        WeakReference read = ReadCases.Of(municipality, Placement);
        WeakReference other = ReadCases.Of(municipality, new PlacementKey("101", "P-2"));

        await EraseAsync(municipality);

        ReadCases.Collect();
        Assert.Equal((false, true), (read.IsAlive, other.IsAlive));
    }

    [Fact]
    public async Task The_other_placements_go_on_undisturbed()
    {
        await using SimulatedMunicipality municipality = await WithTwoPlacementsAsync();
        string[] before = await NamingAsync(municipality, "P-2");

        await EraseAsync(municipality);

        Assert.Equal(before, await NamingAsync(municipality, "P-2"));
        int mails = municipality.Mails.Sent.Count;
        await municipality.DayAsync("2026-06-10");
        Assert.True(municipality.Mails.Sent.Count > mails);
        Assert.DoesNotContain(municipality.Mails.Sent.Skip(mails), mail => mail.Text.Contains("P-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_late_event_does_not_bring_back_what_was_erased_but_is_put_aside_with_a_reason()
    {
        await using SimulatedMunicipality municipality = await WithTwoPlacementsAsync();
        await EraseAsync(municipality);

        await municipality.SendAsync("review.held", new { heldOn = "2026-03-05", measureChanged = false, planRevision = "not-needed", custodyHolder = "contacted" });

        Assert.Empty(await NamingAsync(municipality, "P-1"));
        Assert.Null(await Client(municipality).GetInstanceAsync(Placement.InstanceId));
        await using ServiceBusReceiver aside = municipality.Services.GetRequiredService<ServiceBusClient>()
            .CreateReceiver("placement-events", "rettidig", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        ServiceBusReceivedMessage letter = Assert.Single(await aside.PeekMessagesAsync(10));
        Assert.Equal("placement-erased", letter.DeadLetterReason);
        Assert.Contains("ny reference", letter.DeadLetterErrorDescription, StringComparison.Ordinal);
        Assert.DoesNotContain("P-1", letter.DeadLetterErrorDescription, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_is_a_count_that_names_nobody_and_counts_once()
    {
        await using SimulatedMunicipality municipality = await WithTwoPlacementsAsync();
        int obligations = await CountAsync(municipality.Services.GetRequiredService<Tables>().Obligations, "101:P-1");
        int notices = await CountAsync(municipality.Services.GetRequiredService<Tables>().Notices, "101:P-1");

        await EraseAsync(municipality);
        await EraseAsync(municipality);

        ErasureCounts counts = await municipality.Services.GetRequiredService<ErasedPlacements>().CountsAsync("101", 2026, CancellationToken.None);
        Assert.Equal(new ErasureCounts(1, 2, obligations, notices), counts);
    }

    [Fact]
    public async Task A_look_that_is_on_its_way_cannot_bring_it_back()
    {
        await using SimulatedMunicipality municipality = await WithTwoPlacementsAsync();
        await Client(municipality).RaiseEventAsync(Placement.InstanceId, "news");

        ErasureReport first = await municipality.Services.GetRequiredService<PlacementErasure>().EraseAsync(Placement, Client(municipality), CancellationToken.None);
        await municipality.SettleAsync();

        Assert.True(first.Known && first.Rows > 0 && !first.Done);
        Assert.True((await EraseAsync(municipality)).Done);
        Assert.Empty(await NamingAsync(municipality, "P-1"));
    }

    [Fact]
    public async Task An_unknown_placement_is_said_to_be_unknown_and_leaves_nothing()
    {
        await using SimulatedMunicipality municipality = await WithTwoPlacementsAsync();
        PlacementErasure erasure = municipality.Services.GetRequiredService<PlacementErasure>();

        ErasureReport report = await erasure.EraseAsync(new PlacementKey("101", "P-9"), Client(municipality), CancellationToken.None);

        Assert.Equal(new ErasureReport("101/P-9", Known: false, 0, Done: true), report);
        Assert.False(await municipality.Services.GetRequiredService<ErasedPlacements>().ContainsAsync(new PlacementKey("101", "P-9"), CancellationToken.None));
    }

    [Fact]
    public async Task An_access_request_shows_every_row_there_is_and_the_events_as_they_came()
    {
        await using SimulatedMunicipality municipality = await WithTwoPlacementsAsync();

        JsonObject held = (await municipality.Services.GetRequiredService<PlacementExport>().ReadAsync(Placement, Client(municipality), CancellationToken.None))!;

        JsonObject tables = held["tables"]!.AsObject();
        string[] shown = [.. tables.SelectMany(table => table.Value!.AsArray().Select(row => $"{table.Key} {row!["PartitionKey"]} {row["RowKey"]}")).Order(StringComparer.Ordinal)];
        Assert.Equal(await NamingAsync(municipality, "P-1"), shown);
        JsonNode decided = tables["CaseEvents"]!.AsArray().Single(row => (string?)row!["Type"] == "dk.rettidig.placement.decided.v1")!["Payload"]!;
        Assert.Equal("2018-05-04", (string?)decided["data"]!["birthDate"]);
        Assert.Equal("Running", (string?)held["instance"]!["status"]);
        Assert.DoesNotContain("P-2", held.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_of_one_of_the_staff_is_shown_and_taken_away_and_their_reminders_go_to_the_next_in_line()
    {
        await using SimulatedMunicipality municipality = await WithTwoPlacementsAsync();
        StaffRecords records = municipality.Services.GetRequiredService<StaffRecords>();

        JsonObject caseworker = (await records.ReadAsync("101", "sb-1", CancellationToken.None))!;
        JsonObject manager = (await records.ReadAsync("101", "chef-1", CancellationToken.None))!;

        Assert.Equal("sb-1@kommune.dk", (string?)caseworker["tables"]!["Staff"]![0]!["Email"]);
        Assert.All(caseworker["tables"]!["Notices"]!.AsArray(), row => Assert.Equal("sb-1", (string?)row!["Recipient"]));
        Assert.Equal(["101/P-1", "101/P-2"], caseworker["openPlacements"]!.AsArray().Select(placement => (string?)placement).Order(StringComparer.Ordinal));
        Assert.NotEmpty(manager["tables"]!["Digests"]!.AsArray());
        Assert.NotEmpty(manager["tables"]!["Mails"]!.AsArray());
        Assert.Null(await records.ReadAsync("101", "sb-9", CancellationToken.None));
        Assert.Null(await records.ReadAsync("102", "sb-1", CancellationToken.None));

        Assert.Equal(new ErasureReport("101/staff/sb-1", Known: true, Rows: 1, Done: true), await records.EraseAsync("101", "sb-1", CancellationToken.None));
        await records.EraseAsync("101", "chef-1", CancellationToken.None);

        Assert.Equal(0, (await records.EraseAsync("101", "chef-1", CancellationToken.None)).Rows);
        Assert.Equal(["Notices"], (await records.ReadAsync("101", "sb-1", CancellationToken.None))!["tables"]!.AsObject().Select(table => table.Key));
        Assert.DoesNotContain(await WeeksAsync(municipality), row => row.Contains("chef-1", StringComparison.Ordinal));
        int mails = municipality.Mails.Sent.Count;
        await municipality.DayAsync("2026-04-20");
        Assert.NotEmpty(municipality.Mails.Sent.Skip(mails));
        Assert.DoesNotContain(municipality.Mails.Sent.Skip(mails), mail => mail.To.Address is "sb-1@kommune.dk" or "chef-1@kommune.dk");
    }

    [Fact]
    public async Task A_placement_that_ended_longer_ago_than_it_may_be_kept_is_erased_by_night_and_no_other()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: ["--Retention:Years=1"]);
        foreach (string placement in new[] { "P-1", "P-2", "P-3" })
        {
            await municipality.PlaceAsync("2026-03-02", placement);
        }

        await municipality.DayAsync("2026-03-10");
        await municipality.SendAsync("placement.ended", new { endedOn = "2026-03-10", reason = "returned-home" }, "P-1");
        await municipality.SendAsync("placement.ended", new { endedOn = "2026-03-10", reason = "returned-home" }, "P-2", id: "slut");
        await municipality.SendAsync("event.retracted", new { retracts = "slut", on = "2026-03-10" }, "P-2");

        await municipality.DayAsync("2027-03-09", 12);
        Assert.NotEmpty(await NamingAsync(municipality, "P-1"));
        await municipality.DayAsync("2027-03-10", 12);

        Assert.Empty(await NamingAsync(municipality, "P-1"));
        Assert.NotEmpty(await NamingAsync(municipality, "P-2"));
        Assert.NotEmpty(await NamingAsync(municipality, "P-3"));
        Assert.Equal(1, (await municipality.Services.GetRequiredService<ErasedPlacements>().CountsAsync("101", 2027, CancellationToken.None)).Placements);
    }

    [Fact]
    public async Task Digests_are_kept_no_longer_than_placements_and_neither_is_what_mail_they_went_with()
    {
        await using SimulatedMunicipality municipality = await WithTwoPlacementsAsync("--Retention:Years=1");
        string[] first = await WeeksAsync(municipality);
        Assert.Contains(first, row => row.StartsWith("Digests", StringComparison.Ordinal));
        Assert.Contains(first, row => row.StartsWith("Mails", StringComparison.Ordinal));

        await municipality.DayAsync("2027-03-08", 1);
        Assert.Equal(first, (await WeeksAsync(municipality)).Intersect(first));
        await municipality.DayAsync("2027-03-09", 12);

        string[] last = await WeeksAsync(municipality);
        Assert.Empty(last.Intersect(first));
        Assert.NotEmpty(last);
    }

    [Fact]
    public async Task Without_the_setting_nothing_is_erased_by_itself()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02");
        await municipality.DayAsync("2026-03-10");
        await municipality.SendAsync("placement.ended", new { endedOn = "2026-03-10", reason = "returned-home" });

        await municipality.DayAsync("2028-03-10");

        Assert.NotEmpty(await NamingAsync(municipality, "P-1"));
    }

    /// <summary>Both have had mail, and both have something that waits.</summary>
    private static async Task<SimulatedMunicipality> WithTwoPlacementsAsync(params string[] settings)
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings:
        [
            "--Mail:From=rettidig@kommune.dk", "--SendGrid:ApiKey=SG.test", $"--SendGrid:WebhookKey={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}", .. settings,
        ]);
        await municipality.PlaceAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02", "P-2");
        await municipality.DayAsync("2026-03-10");
        return municipality;
    }

    /// <summary>What is known of digests.</summary>
    private static async Task<string[]> WeeksAsync(SimulatedMunicipality municipality)
    {
        Tables tables = municipality.Services.GetRequiredService<Tables>();
        var rows = new List<string>();
        await foreach (TableEntity row in tables.Digests.QueryAsync<TableEntity>())
        {
            rows.Add($"Digests {row.RowKey}");
        }

        await foreach (TableEntity row in tables.Mails.QueryAsync<TableEntity>("RowKey gt 'digest:' and RowKey lt 'digest;'"))
        {
            rows.Add($"Mails {row.RowKey}");
        }

        return [.. rows];
    }

    /// <summary>As the command does: until nothing is left.</summary>
    private static async Task<ErasureReport> EraseAsync(SimulatedMunicipality municipality)
    {
        PlacementErasure erasure = municipality.Services.GetRequiredService<PlacementErasure>();
        for (int tries = 0; tries < 10; tries++)
        {
            ErasureReport report = await erasure.EraseAsync(Placement, Client(municipality), CancellationToken.None);
            if (report is { Done: true, Rows: 0 })
            {
                return report;
            }

            await municipality.SettleAsync();
        }

        throw new InvalidOperationException("The erasure did not come to an end.");
    }

    private static DurableTaskClient Client(SimulatedMunicipality municipality) => municipality.Services.GetRequiredService<DurableTaskClient>();

    /// <summary>Every row of every table that has the reference in a key or in a value.</summary>
    private static async Task<string[]> NamingAsync(SimulatedMunicipality municipality, string reference)
    {
        var found = new List<string>();
        foreach (TableClient table in municipality.Services.GetRequiredService<Tables>().All)
        {
            await foreach (TableEntity row in table.QueryAsync<TableEntity>())
            {
                if (row.Any(property => Text(property.Value).Contains(reference, StringComparison.Ordinal)))
                {
                    found.Add($"{table.Name} {row.PartitionKey} {row.RowKey}");
                }
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static string Text(object? value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString() ?? "";

    private static async Task<int> CountAsync(TableClient table, string partition) =>
        await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}")).CountAsync();
}
