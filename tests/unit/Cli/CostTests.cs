using System.Text.RegularExpressions;
using Rettidig.Cli.Costs;
using Rettidig.Cli.Terminal;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Cli;

/// <summary>What an installation costs: computed, so that another price or another count gives another figure.</summary>
public sealed class CostTests : IDisposable
{
    private static readonly CostModel Model = new(PriceList.OfRelease, CountedOperations.OfRelease);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_page_holds_the_tables_as_they_are_computed()
    {
        string page = Read("docs/hvad-det-koster.md");

        Assert.All(CostCommand.Sections(Model, PriceList.OfRelease), section => Assert.Contains(string.Join('\n', section), page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_price_says_where_and_when_it_was_read()
    {
        Assert.True(PriceList.OfRelease.All.Count >= 15);
        Assert.All(PriceList.OfRelease.All, price =>
        {
            Assert.Equal("https", price.Source.Scheme);
            Assert.InRange(price.Read, new DateOnly(2024, 1, 1), CountedOperations.OfRelease.Counted);
            Assert.True(price is { Usd: > 0, Per: > 0, Free: >= 0, What.Length: > 0, Unit.Length: > 0, Region.Length: > 0 }, price.Id);
        });
    }

    [Fact]
    public void A_month_without_placements_is_fifty_one_dollars_of_which_the_private_network_is_thirty_nine()
    {
        // 5 × 730 h × 0.01 + 1 GB × 0.01 + 4 × 0.50
        Assert.Equal(38.51m, Model.PrivateNetworkMonth.Sum(line => line.Usd));
        // 10 + 4 × 0.50 + 2 × 0.10 + 438,000 × 0.004 / 10,000 + 4,407 × 0.00036 / 10,000 + 0.0876 + 61 × 0.03 / 10,000
        Assert.Equal(12.4631m, Math.Round(Model.OtherMonth.Sum(line => line.Usd), 4));
        Assert.Equal(50.97m, Math.Round(Model.Month(privateNetwork: true), 2));
    }

    [Fact]
    public void What_is_counted_is_what_the_Bicep_deploys()
    {
        string[] bicep = [.. Repository.Files("*.bicep", "infra").Select(Read)];
        string all = string.Join('\n', bicep);

        Assert.Matches(@"for part in privateNetwork \? \[ 'blob', 'queue', 'table' \]", all);
        Assert.Equal(3, Regex.Count(all, "'endpoint.bicep'"));
        Assert.Equal(Installation.PrivateEndpoints, 3 + 2);
        Assert.Equal(Installation.PrivateZones, Regex.Count(Read("infra/modules/network.bicep"), "'privatelink\\."));
        Assert.Equal(Installation.LogAlerts, Regex.Count(Read("infra/modules/alerts.bicep"), @"^\s+query: '", RegexOptions.Multiline) - 1);
        Assert.Single(Regex.Matches(all, "'Microsoft.Insights/metricAlerts@"));
        Assert.Equal(Installation.MetricAlerts, Regex.Count(all, "'Microsoft.ServiceBus/namespaces/topics@"));
        Assert.Equal(Installation.Secrets, Regex.Count(all, "'Microsoft.KeyVault/vaults/secrets@"));
        Assert.Equal(Installation.HubQueues - 1, int.Parse(Regex.Match(Read("host.json"), @"""partitionCount"": (\d+)").Groups[1].Value));
        Assert.Equal(Installation.Gigabytes * 1024, int.Parse(Regex.Match(all, @"instanceMemoryMB: (\d+)").Groups[1].Value));
    }

    [Fact]
    public async Task Somebody_elses_price_changes_what_depends_on_it_and_nothing_else()
    {
        string file = await FileOf("""[ { "id": "endpoint-hours", "what": "privat endepunkt", "usd": 0.02, "per": 1, "unit": "time", "region": "Sweden Central", "read": "2026-11-20", "source": "https://prices.azure.com/api/retail/prices" } ]""");

        (int exit, string output, _) = await RunAsync("cost", "--placements", "0", "--prices", file);

        Assert.Equal(0, exit);
        Assert.Contains("0 anbringelser: 87,47 USD om måneden i Azure. Uden privat netværk 12,46.", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 80, line));
    }

    [Theory]
    [InlineData("""[ { "id": "moon", "usd": 1, "per": 1, "read": "2026-11-20", "source": "https://a" } ]""", "\"moon\" kendes ikke")]
    [InlineData("""[ { "id": "mails", "usd": -1, "per": 1, "read": "2026-11-20", "source": "https://a" } ]""", "usd (mindst 0)")]
    [InlineData("""[ { "id": "mails", "usd": 1, "per": 1, "source": "https://a" } ]""", "read (en dato")]
    [InlineData("""[ { "id": "mails", "usd": 1, "per": 1, "read": "2026-11-20" } ]""", "source (adressen")]
    [InlineData("{", "er ikke en liste af priser")]
    public async Task A_price_that_cannot_be_meant_is_refused(string json, string said)
    {
        (int exit, _, string errors) = await RunAsync("cost", "--prices", await FileOf(json));

        Assert.Equal(2, exit);
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    private async Task<string> FileOf(string json)
    {
        string file = Path.Combine(folder.FullName, "priser.json");
        await File.WriteAllTextAsync(file, json);
        return file;
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] command)
    {
        using StringWriter output = new(), errors = new();
        return (await CommandLine.RunAsync(command, Screen.Over(output, errors, plain: true)), output.ToString(), errors.ToString());
    }

    private static string Read(string file) => File.ReadAllText(Repository.Full(file));
}
