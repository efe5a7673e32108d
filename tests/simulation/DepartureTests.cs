using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Cli.Municipality;
using Rettidig.Domain;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Departures;
using Rettidig.Functions.Erasure;
using Rettidig.Functions.Events;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Placements;
using Rettidig.Functions.Storage;

namespace Rettidig.Simulation.Tests;

/// <summary>A municipality that moves out takes everything along and leaves nothing; the others notice nothing.</summary>
public sealed class DepartureTests
{
    [Fact]
    public async Task Nothing_of_a_municipality_that_left_is_in_any_table_or_in_the_engine()
    {
        using var rules = new TwoChoices();
        await using SimulatedMunicipality service = await WithTwoMunicipalitiesAsync(rules);
        string[] before = await RowsAsync(service, "101");
        Assert.All(
            service.Services.GetRequiredService<Tables>().All.Select(table => table.Name).Except(["Unreconciled"]),
            table => Assert.Contains(before, row => row.StartsWith(table + " ", StringComparison.Ordinal)));
        Assert.Contains(await InstancesAsync(service), id => id == "placement:101:P-1");

        await EraseAsync(service);

        Assert.Empty(await RowsAsync(service, "101"));
        Assert.DoesNotContain(await InstancesAsync(service), id => id.Contains("101", StringComparison.Ordinal));
        Assert.Equal(0, (await CountAsync(service)).Rows);
    }

    [Fact]
    public async Task Nothing_of_a_municipality_that_left_is_in_memory()
    {
        using var rules = new TwoChoices();
        await using SimulatedMunicipality service = await WithTwoMunicipalitiesAsync(rules);
        WeakReference read = ReadCases.Of(service, new PlacementKey("101", "P-1"));
        WeakReference other = ReadCases.Of(service, new PlacementKey("102", "Q-1"));

        await EraseAsync(service);

        ReadCases.Collect();
        Assert.Equal((false, true), (read.IsAlive, other.IsAlive));
    }

    [Fact]
    public async Task The_others_keep_every_row_and_go_on_and_nothing_of_the_one_that_left_comes_back()
    {
        using var rules = new TwoChoices();
        await using SimulatedMunicipality service = await WithTwoMunicipalitiesAsync(rules);
        string[] before = await RowsAsync(service, "102");

        await EraseAsync(service);

        Assert.Equal(before, await RowsAsync(service, "102"));
        int mails = service.Mails.Sent.Count;
        await service.DayAsync("2026-04-20", 12);
        Assert.Contains(service.Mails.Sent.Skip(mails), mail => mail.To.Address == "chef-2@kommune.dk");
        Assert.DoesNotContain(service.Mails.Sent.Skip(mails), mail => mail.To.Address == "chef-1@kommune.dk" || mail.Text.Contains("P-1", StringComparison.Ordinal));
        Assert.Empty(await RowsAsync(service, "101"));
        Assert.DoesNotContain(await InstancesAsync(service), id => id.Contains("101", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counting_tells_what_there_is_and_changes_nothing()
    {
        using var rules = new TwoChoices();
        await using SimulatedMunicipality service = await WithTwoMunicipalitiesAsync(rules);
        string[] before = await RowsAsync(service, "101");

        MunicipalityCount count = await CountAsync(service);

        Assert.Equal(before.Length, count.Rows);
        Assert.Equal((3, true), (count.Placements, count.HasSettings));
        Assert.True(count.Instances >= 3);
        Assert.Equal(4, count.Tables["Staff"]);
        Assert.Equal(before, await RowsAsync(service, "101"));
    }

    [Fact]
    public async Task The_list_for_the_nightly_copy_has_those_another_process_has_met_or_taken_away_just_now()
    {
        await using SimulatedMunicipality service = await SimulatedMunicipality.StartAsync("2026-03-02");
        await service.PlaceAsync("2026-03-02");
        Tables tables = service.Services.GetRequiredService<Tables>();
        MunicipalityFunctions functions = ActivatorUtilities.CreateInstance<MunicipalityFunctions>(service.Services);
        Assert.Equal(["101"], await ListedAsync(functions));

        await new Municipalities(tables, TimeProvider.System).MeetAsync("102", CancellationToken.None);
        Assert.Equal(["101", "102"], await ListedAsync(functions));

        await tables.Municipalities.DeleteEntityAsync("all", "101");
        Assert.Equal(["102"], await ListedAsync(functions));
    }

    [Fact]
    public async Task A_municipality_of_another_number_holds_nothing_even_where_the_numbers_begin_alike()
    {
        await using SimulatedMunicipality service = await SimulatedMunicipality.StartAsync("2026-03-02");
        await service.PlaceAsync("2026-03-02");

        MunicipalityCount count = await service.Services.GetRequiredService<MunicipalityHoldings>().CountAsync("100", Client(service), CancellationToken.None);

        Assert.Equal((0, 0, 0, false), (count.Rows, count.Placements, count.Instances, count.HasSettings));
    }

    [Fact]
    public async Task What_is_handed_out_is_every_row_and_sent_elsewhere_gives_the_same_obligations()
    {
        using var rules = new TwoChoices();
        await using SimulatedMunicipality service = await WithTwoMunicipalitiesAsync(rules);
        IReadOnlyList<Obligation> here = await service.ObligationsAsync();
        (string Table, JsonObject Row)[] rows = [.. await HandedOutAsync(service)];
        Assert.Equal(
            await RowsAsync(service, "101"),
            rows.Select(row => $"{row.Table} {row.Row["PartitionKey"]} {row.Row["RowKey"]}").Order(StringComparer.Ordinal));

        using var elsewhere = new TwoChoices();
        await using SimulatedMunicipality there = await SimulatedMunicipality.StartAsync("2026-03-24", withStaff: false, settings: [elsewhere.Setting]);
        foreach ((string table, JsonObject row) in rows.Where(row => row.Table is "Staff" or "CaseEvents").OrderByDescending(row => row.Table, StringComparer.Ordinal))
        {
            if ((table == "Staff" ? StaffEvent.Of(row, "101") : row["Payload"]?.AsObject()) is { } cloudEvent)
            {
                await there.SendRawAsync(cloudEvent.ToJsonString());
            }
        }

        await there.SettleAsync();
        await there.DayAsync("2026-03-24", 12);

        Assert.Equal(here.Select(Seen), (await there.ObligationsAsync()).Select(Seen));
        await there.DayAsync("2026-03-25", 9);
        Assert.Contains(there.Mails.Sent, mail => mail.To.Address == "sb-1@kommune.dk");
        Assert.Equal(4, (await CountAsync(there)).Tables["Staff"]);
    }

    [Fact]
    public async Task A_municipality_that_left_may_come_again()
    {
        await using SimulatedMunicipality service = await SimulatedMunicipality.StartAsync("2026-03-02");
        await service.PlaceAsync("2026-03-02");
        await service.DayAsync("2026-03-04");
        await EraseAsync(service);

        await service.PlaceAsync("2026-03-04");
        await service.DayAsync("2026-03-10");

        Assert.NotEmpty(await service.ObligationsAsync());
        Assert.Contains(await service.Services.GetRequiredService<Municipalities>().ReadAsync(CancellationToken.None), municipality => municipality.Code == "101");
    }

    [Fact]
    public async Task A_copy_put_back_in_another_installation_is_every_row_as_it_was_and_nothing_is_sent_twice()
    {
        using var rules = new TwoChoices();
        await using SimulatedMunicipality service = await WithTwoMunicipalitiesAsync(rules);
        string[] before = await ContentsAsync(service, "101");
        using Handed copy = await Handed.OfAsync(await HandedOutAsync(service));

        await using SimulatedMunicipality there = await SimulatedMunicipality.StartAsync("2026-03-24", withStaff: false);
        await there.DayAsync("2026-03-24", 8);
        await PutBackAsync(there, copy.Rows());

        Assert.Equal(before, await ContentsAsync(there, "101"));
        await there.DayAsync("2026-03-24", 16);
        await service.DayAsync("2026-03-24", 16);
        Assert.Contains(await InstancesAsync(there), id => id == "placement:101:P-1");
        await there.DayAsync("2026-04-20", 16);
        service.Mails.Answer = _ => new MailOutcome.Sent();
        int sent = service.Mails.Sent.Count;
        await service.DayAsync("2026-04-20", 16);
        string[] here = [.. service.Mails.Sent.Skip(sent).Where(mail => mail.To.Address != "chef-2@kommune.dk" && mail.To.Address != "sb-9@kommune.dk").Select(Told)];
        Assert.NotEmpty(here);
        Assert.Equal(here.Order(StringComparer.Ordinal), there.Mails.Sent.Select(Told).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_copy_put_back_where_it_was_taken_is_what_is_read_and_not_what_was_read_before()
    {
        await using SimulatedMunicipality service = await SimulatedMunicipality.StartAsync("2026-03-02");
        await service.PlaceAsync("2026-03-02");
        await service.DayAsync("2026-03-04");
        using Handed copy = await Handed.OfAsync(await HandedOutAsync(service));
        await service.SendAsync("placement.ended", new { endedOn = "2026-03-04", reason = "returned-home" });
        // Another process, that keeps what it has read.
        using var other = new CaseFiles(service.Services.GetRequiredService<Tables>());
        Assert.NotNull((await other.ReadAsync(new PlacementKey("101", "P-1"), CancellationToken.None))!.File.EndedOn);

        await EraseAsync(service);
        await PutBackAsync(service, copy.Rows());
        await service.SendAsync("review.held", new { heldOn = "2026-03-04", measureChanged = false, planRevision = "not-needed", custodyHolder = "contacted" });

        Assert.Null((await other.ReadAsync(new PlacementKey("101", "P-1"), CancellationToken.None))!.File.EndedOn);
        await service.DayAsync("2026-03-06");
        Assert.NotEmpty(await service.ObligationsAsync());
    }

    [Fact]
    public async Task Only_rows_of_the_municipality_are_put_back_and_only_where_it_is_not()
    {
        await using SimulatedMunicipality service = await SimulatedMunicipality.StartAsync("2026-03-02");
        await service.PlaceAsync("2026-03-02");
        await service.DayAsync("2026-03-04");
        using Handed copy = await Handed.OfAsync(await HandedOutAsync(service));
        MunicipalityReturn back = service.Services.GetRequiredService<MunicipalityReturn>();

        Assert.False(await back.PutAsync("101", "Staff", [], CancellationToken.None));
        Assert.Null(await back.PutAsync("101", "Andet", [], CancellationToken.None));
        foreach (IGrouping<string, (string Table, JsonObject Row)> table in copy.Rows().GroupBy(row => row.Table, StringComparer.Ordinal))
        {
            await Assert.ThrowsAsync<FormatException>(() => back.PutAsync("10", table.Key, table.Select(row => row.Row), CancellationToken.None));
        }

        await Assert.ThrowsAsync<FormatException>(() => back.PutAsync("102", "Staff", [new JsonObject { ["PartitionKey"] = "102" }], CancellationToken.None));
        Assert.Empty(await RowsAsync(service, "102"));
    }

    /// <summary>101 with mails sent, delivered, left open, a placement ended, one erased; 102 with one placement. Both have settings of their own.</summary>
    private static async Task<SimulatedMunicipality> WithTwoMunicipalitiesAsync(TwoChoices rules)
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        SimulatedMunicipality service = await SimulatedMunicipality.StartAsync("2026-03-02", settings:
        [
            rules.Setting, "--Mail:From=rettidig@kommune.dk", "--SendGrid:ApiKey=SG.test", $"--SendGrid:WebhookKey={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}",
        ]);
        await service.SendRawAsync(Raw("m2", "staff.upserted", "102/staff/chef-2", """{"id":"chef-2","name":"Leder","email":"chef-2@kommune.dk","role":"manager","team":"Syd"}"""));
        await service.SendRawAsync(Raw("s2", "staff.upserted", "102/staff/sb-9", """{"id":"sb-9","name":"Sagsbehandler","email":"sb-9@kommune.dk","role":"caseworker","team":"Syd","leader":"chef-2"}"""));
        await service.SendRawAsync(Raw("d2", "placement.decided", "102/Q-1", """{"decidedOn":"2026-03-02","consent":"with","emergency":false,"birthDate":"2018-05-04","custodyHolders":["F-1"],"caseworker":"sb-9"}"""));
        await service.SendRawAsync(Raw("t2", "placement.started", "102/Q-1", """{"startedOn":"2026-03-02","site":{"id":"S-1","kind":"foster-family"}}"""));
        await service.SettleAsync();
        await service.PlaceAsync("2026-03-02");
        await service.PlaceAsync("2026-03-02", "P-2");
        await service.PlaceAsync("2026-03-02", "P-3");
        bool lost = false;
        service.Mails.Answer = mail => !lost && mail.To.Address == "sb-1@kommune.dk" && (lost = true) ? new MailOutcome.Ambiguous("intet svar") : new MailOutcome.Sent();
        await service.DayAsync("2026-03-23", 12);
        await service.SendAsync("placement.ended", new { endedOn = "2026-03-23", reason = "returned-home" }, "P-2");
        PlacementErasure erasure = service.Services.GetRequiredService<PlacementErasure>();
        await erasure.EraseAsync(new PlacementKey("101", "P-3"), Client(service), CancellationToken.None);
        await service.SettleAsync();
        await erasure.EraseAsync(new PlacementKey("101", "P-3"), Client(service), CancellationToken.None);
        service.Mails.Answer = mail => mail.To.Address == "sb-1@kommune.dk" ? new MailOutcome.Retry(null, "vent") : new MailOutcome.Sent();
        await service.PlaceAsync("2026-03-23", "P-4");
        await service.DayAsync("2026-03-24", 8);
        return service;
    }

    private static async Task<string[]> ListedAsync(MunicipalityFunctions functions)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        using var body = new MemoryStream();
        context.Response.Body = body;
        await (await functions.ListAsync(context.Request, CancellationToken.None)).ExecuteAsync(context);
        return JsonSerializer.Deserialize<string[]>(body.ToArray())!;
    }

    private static string Raw(string id, string name, string subject, string data) =>
        $$"""{"specversion":"1.0","id":"{{id}}","source":"andet-fagsystem","type":"dk.rettidig.{{name}}.v1","subject":"{{subject}}","time":"2026-03-02T09:00:00+01:00","data":{{data}}}""";

    /// <summary>As the command does: until nothing is left twice.</summary>
    private static async Task EraseAsync(SimulatedMunicipality service)
    {
        MunicipalityErasure erasure = service.Services.GetRequiredService<MunicipalityErasure>();
        int empty = 0;
        for (int tries = 0; empty < 2; tries++)
        {
            Assert.InRange(tries, 0, 20);
            empty = (await erasure.EraseAsync("101", Client(service), CancellationToken.None)).Done ? empty + 1 : 0;
            await service.SettleAsync();
        }
    }

    private static async Task<IEnumerable<(string Table, JsonObject Row)>> HandedOutAsync(SimulatedMunicipality service)
    {
        MunicipalityHoldings holdings = service.Services.GetRequiredService<MunicipalityHoldings>();
        var rows = new List<(string, JsonObject)>();
        foreach (TableClient table in service.Services.GetRequiredService<Tables>().All)
        {
            string? after = null;
            do
            {
                MunicipalityPage page = (await holdings.ReadAsync("101", table.Name, after, CancellationToken.None))!;
                // As it comes over the wire.
                rows.AddRange(page.Rows.Select(row => (table.Name, JsonSerializer.Deserialize<JsonObject>(row.ToJsonString())!)));
                after = page.Next;
            }
            while (after is not null);
        }

        return rows;
    }

    private static async Task PutBackAsync(SimulatedMunicipality service, IEnumerable<(string Table, JsonObject Row)> rows)
    {
        MunicipalityReturn back = service.Services.GetRequiredService<MunicipalityReturn>();
        foreach ((string table, JsonObject row) in rows)
        {
            Assert.True(await back.PutAsync("101", table, [row], CancellationToken.None));
        }
    }

    private static string Told(MailMessage mail) => $"{mail.To.Address}: {mail.Subject}";

    /// <summary>Every row with all it holds, except what each writing makes anew.</summary>
    private static async Task<string[]> ContentsAsync(SimulatedMunicipality service, string number)
    {
        var found = new List<string>();
        foreach (TableClient table in service.Services.GetRequiredService<Tables>().All.Where(table => table.Name != "Unreconciled"))
        {
            await foreach (TableEntity row in table.QueryAsync<TableEntity>())
            {
                if ($":{row.PartitionKey}:{row.RowKey}:".Contains($":{number}:", StringComparison.Ordinal))
                {
                    IEnumerable<string> columns = row
                        .Where(column => column.Key is not ("odata.etag" or "Timestamp" or "Log") && column.Value is not null)
                        .OrderBy(column => column.Key, StringComparer.Ordinal)
                        .Select(column => $"{column.Key}={column.Value!.GetType().Name}:{(column.Value is byte[] bytes ? JsonNode.Parse(bytes)!.ToJsonString() : column.Value)}");
                    found.Add($"{table.Name} {string.Join(' ', columns)}");
                }
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static (string Duty, string Occurrence, string Due, string Status, string Explanation) Seen(Obligation obligation) =>
        (obligation.DutyId, obligation.Occurrence, $"{obligation.Due}", $"{obligation.Status}", obligation.Explanation);

    private static Task<MunicipalityCount> CountAsync(SimulatedMunicipality service) =>
        service.Services.GetRequiredService<MunicipalityHoldings>().CountAsync("101", Client(service), CancellationToken.None);

    private static DurableTaskClient Client(SimulatedMunicipality service) => service.Services.GetRequiredService<DurableTaskClient>();

    private static async Task<string[]> InstancesAsync(SimulatedMunicipality service) =>
        [.. await Client(service).GetAllInstancesAsync(new OrchestrationQuery()).Select(instance => instance.InstanceId).ToArrayAsync()];

    /// <summary>Every row of every table that has the number in a key.</summary>
    private static async Task<string[]> RowsAsync(SimulatedMunicipality service, string number)
    {
        var found = new List<string>();
        foreach (TableClient table in service.Services.GetRequiredService<Tables>().All)
        {
            await foreach (TableEntity row in table.QueryAsync<TableEntity>())
            {
                if ($":{row.PartitionKey}:{row.RowKey}:".Contains($":{number}:", StringComparison.Ordinal))
                {
                    found.Add($"{table.Name} {row.PartitionKey} {row.RowKey}");
                }
            }
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>The file the command writes, and reads again.</summary>
    private sealed class Handed : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-copy-");

        public static async Task<Handed> OfAsync(IEnumerable<(string Table, JsonObject Row)> rows)
        {
            var handed = new Handed();
            await File.WriteAllLinesAsync(
                Path.Combine(handed.folder.FullName, Handover.Rows),
                rows.Select(row => new JsonObject { ["table"] = row.Table, ["row"] = row.Row.DeepClone() }.ToJsonString()));
            return handed;
        }

        public IEnumerable<(string Table, JsonObject Row)> Rows() => Copy.Open(folder.FullName, "101").InOrder();

        public void Dispose() => folder.Delete(recursive: true);
    }

    private sealed class TwoChoices : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-rules-");

        public TwoChoices()
        {
            foreach (string number in new[] { "101", "102" })
            {
                File.WriteAllText(Path.Combine(folder.FullName, $"{number}.json"), """{"siteNotices": false}""", Encoding.UTF8);
            }
        }

        public string Setting => $"--Rules={folder.FullName}";

        public void Dispose() => folder.Delete(recursive: true);
    }
}
