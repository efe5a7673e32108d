using System.Net;
using Azure.Data.Tables;
using Rettidig.Browser.Tests.Service;
using Rettidig.Tests.Node;

namespace Rettidig.Browser.Tests;

/// <summary>The commands of the README, as a person types them.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task Simulating_the_52_cases_prints_the_published_figures_and_leaves_the_files()
    {
        using var folder = new TemporaryFolder();
        Finished run = await Shell.RunAsync($"'{Source.File("run.sh")}' simulate '{Source.File("samples/52-sager.jsonl")}'", folder.Path);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.DoesNotContain('\u001b', run.Output);
        foreach (string figure in new[] { "anbringelser 52", "tilbudt 36", "taget imod 20", "bevilget ved start 8", "bevilget efter 2-4 måneder 4", "bevilget efter 5-8 måneder 3", "bevilget efter 9-12 måneder 2", "bevilget efter over 12 måneder 3" })
        {
            Assert.Contains(run.OutputLines, line => line == figure);
        }

        string[] readme = [.. File.ReadLines(Source.File("README.md")).SkipWhile(line => !line.StartsWith("     Pligt ", StringComparison.Ordinal)).TakeWhile(line => line.Length == 0 || line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Where(line => line is not ("" or "…"))];
        Assert.True(readme.Length > 30);
        Assert.All(readme, line => Assert.Contains(line, run.OutputLines));

        Assert.Equal(
            ["notices.jsonl", "obligations.jsonl", "outbox", "report.md"],
            Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "out/52-sager")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    /// <summary>As soon as it has begun: its folder for what is thrown away is there.</summary>
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_simulation_that_is_interrupted_stops_at_once_and_leaves_nothing(string signal, int exitCode)
    {
        using var folder = new TemporaryFolder();
        string temporary = Directory.CreateDirectory(Path.Combine(folder.Path, "tmp")).FullName;
        Finished run = await Shell.RunAsync(
            $"set -m; TMPDIR='{temporary}' '{Source.File("run.sh")}' simulate '{Source.File("samples/225-sager.jsonl")}' & " +
            $"until ls '{temporary}' | grep -q ^rettidig-; do kill -0 $! || exit 1; sleep 0.05; done; kill -{signal} $!; wait $!",
            folder.Path);

        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.Contains("Afbrudt.", run.Errors.Split('\n'));
        Assert.DoesNotContain("   at ", run.Errors);
        Assert.Empty(Directory.GetDirectories(temporary, "rettidig-*"));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    [Fact]
    public async Task A_faulty_file_is_refused_with_line_and_field_and_exit_code_2()
    {
        using var folder = new TemporaryFolder();
        string line = File.ReadLines(Source.File("samples/et-barn.jsonl")).Last();
        await File.WriteAllLinesAsync(Path.Combine(folder.Path, "fejl.jsonl"), [line, line.Replace("\"specversion\":\"1.0\"", "\"specversion\":\"7\"", StringComparison.Ordinal)]);

        Finished run = await Shell.RunAsync($"'{Source.File("run.sh")}' simulate fejl.jsonl", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("fejl.jsonl, linje 2, specversion", run.Errors);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    [Fact]
    public async Task The_service_answers_takes_the_printed_curl_and_goes_on_after_a_kill()
    {
        using var folder = new TemporaryFolder();
        using var first = await StartedService.StartAsync(folder.Path);
        Assert.Equal(HttpStatusCode.OK, await first.GetAsync("health/ready"));

        Finished curl = await Shell.RunAsync(first.PrintedCurl, folder.Path);
        Assert.Contains("201", curl.OutputLines[0]);
        await first.UntilAsync(() => first.GetAsync(first.PrintedPlacementPage));

        first.Kill();
        using var second = await StartedService.StartAsync(folder.Path);
        Assert.Equal(HttpStatusCode.OK, await second.GetAsync("health/ready"));
        Assert.Equal(HttpStatusCode.OK, await second.GetAsync(second.PrintedPlacementPage));
    }

    [Fact]
    public async Task With_its_state_in_a_storage_account_the_service_goes_on_after_a_kill()
    {
        using var folder = new TemporaryFolder();
        using Azurite azurite = await Azurite.StartAsync();
        string storage = $"Storage='{azurite.ConnectionString}'";
        using var first = await StartedService.StartAsync(folder.Path, storage);
        Assert.Equal(HttpStatusCode.OK, await first.GetAsync("health/ready"));
        await Shell.RunAsync(first.PrintedCurl, folder.Path);
        await first.UntilAsync(() => first.GetAsync(first.PrintedPlacementPage));

        first.Kill();
        using var second = await StartedService.StartAsync(folder.Path, storage);

        Assert.Equal(HttpStatusCode.OK, await second.GetAsync(second.PrintedPlacementPage));
        Assert.NotEmpty(new TableServiceClient(azurite.ConnectionString).GetTableClient("CaseEvents").Query<TableEntity>());
    }

    [Fact]
    public async Task What_the_service_holds_of_a_placement_is_handed_out_and_then_erased()
    {
        using var folder = new TemporaryFolder();
        using var service = await StartedService.StartAsync(folder.Path);
        await Shell.RunAsync(service.PrintedCurl, folder.Path);
        await service.UntilAsync(() => service.GetAsync(service.PrintedPlacementPage));
        Task<Finished> Rettidig(string command) => Shell.RunAsync($"'{Source.File("run.sh")}' {command}", folder.Path);

        Finished export = await Rettidig("export 999/PROEVE-1 --out sagen.json");
        Assert.True(export.ExitCode == 0, export.ToString());
        Assert.Contains("dk.rettidig.placement.decided.v1", await File.ReadAllTextAsync(Path.Combine(folder.Path, "sagen.json")));

        Finished asked = await Rettidig("erase 999/PROEVE-1");
        Assert.Contains("--yes", asked.Output);
        Assert.Equal(HttpStatusCode.OK, await service.GetAsync(service.PrintedPlacementPage));

        Finished erased = await Rettidig("erase 999/PROEVE-1 --yes");
        Assert.True(erased.ExitCode == 0 && erased.Output.Contains("er slettet", StringComparison.Ordinal), erased.ToString());
        Assert.Equal(HttpStatusCode.NotFound, await service.GetAsync(service.PrintedPlacementPage));
        Finished nothing = await Rettidig("export 999/PROEVE-1");
        Assert.Equal(2, nothing.ExitCode);
        Assert.Contains("Rettidig har intet om den anbringelse", nothing.Errors);
    }

    [Fact]
    public async Task The_smoke_test_of_a_deployment_passes_and_events_are_sent_with_a_token_as_well_as_a_key()
    {
        using var folder = new TemporaryFolder();
        using var service = await StartedService.StartAsync(folder.Path);
        string[] printed = service.PrintedCurl.Split('\'');
        string url = printed[1][..printed[1].IndexOf("/placement-events", StringComparison.Ordinal)];
        string token = printed[3]["Authorization: ".Length..];
        string smoke = $"RETTIDIG_URL='{url}' RETTIDIG_SERVICEBUS_URL='{url}' RETTIDIG_SERVICEBUS_TOKEN='{token}' RETTIDIG_KEY=\"$(cat data/token)\" '{Source.File("infra/smoke.sh")}'";

        Finished passed = await Shell.RunAsync(smoke, folder.Path);
        Finished refused = await Shell.RunAsync(smoke.Replace("sig=", "sig=x", StringComparison.Ordinal), folder.Path);
        string send = $"RETTIDIG_SERVICEBUS_TOKEN='{token}' '{Source.File("run.sh")}' send '{Source.File("samples/et-barn.jsonl")}' --to '{url}'";
        Finished sent = await Shell.RunAsync(send, folder.Path);
        Finished unsent = await Shell.RunAsync(send.Replace("sig=", "sig=x", StringComparison.Ordinal), folder.Path);

        Assert.True(passed.ExitCode == 0, passed.ToString());
        Assert.EndsWith("Røgtesten er bestået.", passed.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(8, passed.OutputLines.Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("FEJL: Service Bus svarer 401", refused.Errors);
        Assert.True(sent.ExitCode == 0, sent.ToString());
        Assert.Equal(1, unsent.ExitCode);
    }

    [Fact]
    public async Task Events_of_a_file_are_sent_to_the_running_service()
    {
        using var folder = new TemporaryFolder();
        using var service = await StartedService.StartAsync(folder.Path);

        Finished send = await Shell.RunAsync($"'{Source.File("run.sh")}' send '{Source.File("samples/et-barn.jsonl")}'", folder.Path);

        Assert.True(send.ExitCode == 0, send.ToString());
        await service.UntilAsync(() => service.GetAsync(service.PrintedPlacementPage.Replace("PROEVE-1", "S-2024-101", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_running_service_explains_a_placement_and_its_mail_is_foretold()
    {
        using var folder = new TemporaryFolder();
        using var service = await StartedService.StartAsync(folder.Path);
        string run = $"'{Source.File("run.sh")}'";
        await Shell.RunAsync($"{run} send '{Source.File("samples/et-barn.jsonl")}'", folder.Path);
        string page = service.PrintedPlacementPage.Replace("PROEVE-1", "S-2024-101", StringComparison.Ordinal);
        await service.UntilAsync(() => service.GetAsync(page));

        Finished table = await Shell.RunAsync($"{run} explain --placement 999/S-2024-101", folder.Path);
        Finished json = await Shell.RunAsync($"{run} explain --placement 999/S-2024-101 --json", folder.Path);
        Finished unknown = await Shell.RunAsync($"{run} explain --placement 999/S-2024-110", folder.Path);
        Finished refused = await Shell.RunAsync($"RETTIDIG_KEY=forkert {run} explain --placement 999/S-2024-101", folder.Path);
        Finished foretold = await Shell.RunAsync($"{run} simulate --dry-run --days 7", folder.Path);

        Assert.True(table.ExitCode == 0, table.ToString());
        Assert.StartsWith("Sag 999/S-2024-101 set fra", table.Output);
        Assert.Contains("3 måneder efter 18-03-2024 → 18-06-2024, en tirsdag.", table.Output);
        Assert.Contains("\"event\": \"placement.started\"", json.Output);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("999/S-2024-110: Der er ikke kommet hændelser om den anbringelse.", unknown.Errors);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("afviser nøglen", refused.Errors);
        Assert.True(foretold.ExitCode == 0, foretold.ToString());
        Assert.StartsWith("Det sendes fra", foretold.Output);
        Assert.Equal(HttpStatusCode.OK, await service.GetAsync(page));
    }

    [Fact]
    public async Task Reconsider_makes_the_running_service_look_at_every_open_placement()
    {
        using var folder = new TemporaryFolder();
        using var service = await StartedService.StartAsync(folder.Path);
        await Shell.RunAsync(service.PrintedCurl, folder.Path);
        await service.UntilAsync(() => service.GetAsync(service.PrintedPlacementPage));

        Finished run = await Shell.RunAsync($"'{Source.File("run.sh")}' reconsider --municipality 999", folder.Path);
        Finished unknown = await Shell.RunAsync($"'{Source.File("run.sh")}' reconsider --municipality 101", folder.Path);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.StartsWith("1 åben anbringelse i kommune 999 er set efter", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("skriv en af 999", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_says_that_all_is_well_that_nobody_keeps_watch_or_that_the_file_is_damaged()
    {
        using var folder = new TemporaryFolder();
        Task<Finished> Doctor() => Shell.RunAsync($"'{Source.File("run.sh")}' doctor", folder.Path);
        Finished well;
        using (var service = await StartedService.StartAsync(folder.Path))
        {
            well = await Doctor();
            service.Kill();
        }

        Finished alone = await Doctor();
        string file = Path.Combine(folder.Path, "data", "rettidig.db");
        foreach (string part in new[] { file + "-wal", file + "-shm" })
        {
            File.Delete(part);
        }

        byte[] damaged = new byte[5000];
        await File.WriteAllBytesAsync(file, damaged);
        Finished broken = await Doctor();

        Assert.True(well.ExitCode == 0, well.ToString());
        Assert.Contains("er klar.", well.Output);
        Assert.EndsWith("Intet skal rettes.", well.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.True(alone.ExitCode == 0, alone.ToString());
        Assert.Contains("obs  Tjenesten kører ikke, og ingen holder øje med fristerne", alone.Output);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("FEJL  Filen", broken.Output);
        Assert.EndsWith("1 ting skal rettes.", broken.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(damaged, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_end_the_start_with_file_path_and_remedy()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "rules"));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "rules", "101.json"), """{"terms": {"first-review": {"months": 4}}}""");

        Finished run = await Shell.RunAsync($"'{Source.File("run.sh")}'", folder.Path);

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("101.json: $.terms.first-review.months er længere end lovens 3 måneder (barnets lov § 95)", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_service_sending_ends_with_a_sentence()
    {
        using var folder = new TemporaryFolder();
        string command = $"RETTIDIG_SERVICEBUS='Endpoint=http://localhost:1/;SharedAccessKeyName=n;SharedAccessKey=k' '{Source.File("run.sh")}' send '{Source.File("samples/et-barn.jsonl")}'";

        Finished run = await Shell.RunAsync(command, folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("svarer ikke", run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
    }
}
