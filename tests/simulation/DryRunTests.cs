using System.Security.Cryptography;
using System.Text.Json;
using Rettidig.Cli.Terminal;
using Rettidig.Functions.Notices;
using Rettidig.Functions.Recipients;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Simulation.Tests;

/// <summary><c>rettidig simulate --dry-run</c> on the store of a running service.</summary>
public sealed class DryRunTests(DryRunTests.Busy busy) : IClassFixture<DryRunTests.Busy>
{
    private static readonly string[] Placements = ["P-1", "P-2", "P-3", "P-4"];

    [Fact]
    public async Task What_a_dry_run_foretells_is_what_is_sent_when_the_days_have_gone()
    {
        await using SimulatedMunicipality municipality = await BusyAsync();
        await municipality.StopAsync();
        string[] foretold = [.. (await ForetellAsync(municipality)).Select(Line)];
        await municipality.RestartAsync();
        int before = municipality.Mails.Sent.Count;

        await municipality.DayAsync("2026-04-09", 23, 59);

        string[] sent = await SentAsync(municipality, before);
        Assert.Equal(sent, foretold);
        Assert.True(sent.Length > 20, $"Only {sent.Length} mails: too few to prove anything.");
        Assert.All(["reminder", "digest", "operator", " sb-1 ", " sb-2 ", " tl-1 ", " chef-1 "], part => Assert.Contains(sent, line => line.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_dry_run_beside_a_running_service_changes_no_byte_of_its_store()
    {
        SimulatedMunicipality municipality = busy.Municipality;
        string[] before = Bytes(municipality.Folder);

        Assert.NotEmpty(await ForetellAsync(municipality));

        Assert.Equal(before, Bytes(municipality.Folder));
        Assert.Contains(before, file => file.StartsWith("rettidig.db-wal", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_nobody_runs_on_is_foretold_from_and_left_as_it_was(bool endedWell)
    {
        SimulatedMunicipality municipality = busy.Municipality;
        string[] expected = [.. (await ForetellAsync(municipality)).Select(Line)];
        DirectoryInfo rest = Directory.CreateTempSubdirectory("rettidig-");
        foreach (string file in new[] { "rettidig.db", "rettidig.db-wal" })
        {
            File.Copy(Path.Combine(municipality.Folder, file), Path.Combine(rest.FullName, file));
        }

        if (endedWell)
        {
            // The last one to close a store moves its log into the file.
            await SqliteStore.Open(Path.Combine(rest.FullName, "rettidig.db")).DisposeAsync();
        }

        string[] before = Bytes(rest.FullName);
        Assert.Equal(endedWell ? 1 : 2, before.Length);
        Assert.Equal(expected, (await ForetellAsync(municipality, rest.FullName)).Select(Line));
        Assert.Equal(before, Bytes(rest.FullName));
        rest.Delete(recursive: true);
    }

    [Fact]
    public async Task A_terminal_gets_a_table_of_80_columns_without_names_and_addresses()
    {
        SimulatedMunicipality municipality = busy.Municipality;
        string table = await RunAsync(municipality, municipality.Folder, "--days", "14");

        Assert.StartsWith("Det sendes fra 10-03-2026 09.00 til og med 24-03-2026, hvis der ikke kommer nyt.", table);
        Assert.Contains("11-03-2026 07.00", table);
        Assert.All(table.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 80, line));
        Assert.DoesNotContain('@', table);
        Assert.DoesNotContain("Medarbejder", table);
    }

    [Fact]
    public async Task A_spreadsheet_gets_a_row_a_step()
    {
        SimulatedMunicipality municipality = busy.Municipality;
        string[] rows = (await RunAsync(municipality, municipality.Folder, "--days", "14", "--csv")).Split("\r\n");
        int steps = (await ForetellAsync(municipality, days: "14")).Sum(mail => Math.Max(1, mail.GetProperty("notices").GetArrayLength()));

        Assert.Equal("at;kind;municipality;recipient;role;placement;duty;title;step;due", rows[0]);
        Assert.Equal(steps, rows.Length - 2);
        Assert.All(rows[1..^1], row => Assert.Equal(10, row.Split(';').Length));
    }

    /// <summary>Four placements on 10 March 2026: a fresh one, one with much overdue, one that ends, and one nobody has decided on. A caseworker will be away.</summary>
    private static async Task<SimulatedMunicipality> BusyAsync()
    {
        SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02", "P-1");
        await municipality.PlaceAsync("2025-11-28", "P-2");
        await municipality.PlaceAsync("2025-12-15", "P-3");
        await municipality.SendAsync("placement.ended", new { endedOn = "2026-03-25", reason = "returned-home" }, "P-3");
        await municipality.DayAsync("2026-03-10");
        await municipality.StaffAsync("sb-1", "caseworker", leader: "tl-1", substitute: "sb-2", absentFrom: "2026-03-16", absentTo: "2026-03-20");
        await municipality.SendAsync("support-person.offered", new { custodyHolder = "F-1", offeredOn = "2026-03-10" }, "P-1");
        await municipality.SendAsync("placement.started", SimulatedMunicipality.Started("2026-03-09"), "P-4");
        return municipality;
    }

    private static async Task<JsonElement[]> ForetellAsync(SimulatedMunicipality municipality, string? data = null, string days = "30") =>
        [.. JsonDocument.Parse(await RunAsync(municipality, data ?? municipality.Folder, "--days", days, "--json")).RootElement.GetProperty("mails").EnumerateArray()];

    private static async Task<string> RunAsync(SimulatedMunicipality municipality, string data, params string[] options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int code = await CommandLine.RunAsync(
            ["simulate", "--dry-run", "--data", data, .. options], Screen.Over(output, errors, plain: true), municipality.Clock);
        Assert.True(code == 0, errors.ToString());
        return output.ToString();
    }

    private static string Line(JsonElement mail) => Line(
        mail.GetProperty("at").GetDateTimeOffset(),
        mail.GetProperty("kind").GetString()!,
        mail.GetProperty("recipient").GetString()!,
        mail.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("key").GetString()!));

    private static string Line(DateTimeOffset at, string kind, string recipient, IEnumerable<string> notices) =>
        $"{at:yyyy-MM-dd HH:mm} {kind} {recipient} {string.Join(' ', notices)}";

    /// <summary>What the service really sent, told the same way.</summary>
    private static async Task<string[]> SentAsync(SimulatedMunicipality municipality, int before)
    {
        var ledger = new List<Notice>();
        foreach (string placement in Placements)
        {
            ledger.AddRange(await municipality.NoticesAsync(placement));
        }

        return [.. municipality.Mails.Sent.Skip(before).Select(mail =>
        {
            Notice[] carried = [.. ledger.Where(notice => notice.Mail == mail.Key).OrderBy(notice => notice.Key, StringComparer.Ordinal)];
            string recipient = carried is [var first, ..] ? RecipientName.Shown(first.Recipient)! : mail.To.Address.Split('@')[0];
            return Line(mail.Date, mail.Kind.ToString().ToLowerInvariant(), recipient, carried.Select(notice => notice.Key));
        })];
    }

    /// <summary>Every file and what is in it. Left out is what SQLite shares between those who have the file open; it is no data.</summary>
    private static string[] Bytes(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && Path.GetFileName(file) != "lock")
        .Order(StringComparer.Ordinal)
        .Select(file =>
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return $"{Path.GetRelativePath(folder, file)} {Convert.ToHexStringLower(SHA256.HashData(open))}";
        })];

    /// <summary>One municipality for the tests that only look.</summary>
    public sealed class Busy : IAsyncLifetime
    {
        public SimulatedMunicipality Municipality { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Municipality = await BusyAsync();

            // As a service has it: a simulation's store lets nobody else look.
            await Municipality.RestartAsync("--SelfHost:Durability=Full");
        }

        public Task DisposeAsync() => Municipality.DisposeAsync().AsTask();
    }
}
