using System.Text.Json;
using System.Text.RegularExpressions;
using Rettidig.Functions.Events;
using Rettidig.Unit.Tests.Architecture;
using Rettidig.Unit.Tests.Node;

namespace Rettidig.Unit.Tests.Deployment;

/// <summary>What is deployed, as far as it can be seen without Azure: the Bicep parses, fits together, and says what the code needs.</summary>
public sealed partial class InfrastructureTests
{
    private static readonly string Bicep = string.Join('\n', Repository.Files("*.bicep", "infra").Select(Read));

    [Fact]
    public async Task The_Bicep_parses_and_its_files_fit_together()
    {
        int files = Repository.Files("*.bicep", "infra").Count;

        string result = await NodeScript.RunAsync("bicep.mjs", ["../../infra"], "");

        Assert.Matches($@"\A{files} files, [1-9]\d* resources, 0 faults\z", result);
    }

    [Theory]
    [InlineData("param a string", "the parameter a is not used")]
    [InlineData("var a = b", "b is not declared")]
    [InlineData("resource a 'Microsoft.Storage/storageAccounts@2023-05-01' = { location: 'x' }", "has no name")]
    [InlineData("resource a 'x", "the grammar does not know this")]
    public async Task A_fault_in_the_Bicep_would_be_found(string bicep, string fault)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-bicep-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "main.bicep"), bicep);

        string result = await NodeScript.RunAsync("bicep.mjs", [folder.FullName], "");

        Assert.Contains(fault, result, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Nothing_has_a_shared_key_or_a_secret_in_a_setting()
    {
        Assert.Equal(2, Regex.Count(Bicep, "allowSharedKeyAccess: false"));
        Assert.Contains("disableLocalAuth: true", Bicep, StringComparison.Ordinal);
        Assert.All(["allowSharedKeyAccess: true", "listKeys", "listAccountSas", "SharedAccessKey", "AccountKey"], word => Assert.DoesNotContain(word, Bicep, StringComparison.Ordinal));
        Assert.Equal(2, Regex.Count(Bicep, @"'@Microsoft\.KeyVault\(SecretUri=\$\{\w+\}\)'"));
    }

    [Fact]
    public void The_app_is_given_settings_that_the_code_reads_and_no_others()
    {
        string code = string.Join('\n', Repository.Files("*.cs", "functions").Select(Read));
        string[] given = [.. Setting().Matches(Read("infra/modules/app.bicep")).Select(match => match.Groups[1].Value)];

        Assert.True(given.Length > 10);
        Assert.All(given.Where(name => !name.StartsWith("AzureWebJobsStorage__", StringComparison.Ordinal) && !name.EndsWith("__credential", StringComparison.Ordinal)), name =>
            Assert.Contains($"\"{name.Replace("__", ":", StringComparison.Ordinal)}\"", code, StringComparison.Ordinal));
    }

    [Fact]
    public void The_start_page_is_not_hidden_by_the_hosts_own() =>
        Assert.Contains("AzureWebJobsDisableHomepage: 'true'", Read("infra/modules/app.bicep"), StringComparison.Ordinal);

    [Fact]
    public void The_topics_are_those_the_app_listens_and_speaks_to()
    {
        string bus = Read("infra/modules/bus.bicep");

        Assert.All([IngestEvents.Topic, IngestEvents.Subscription, "notices", "advis"], name => Assert.Contains($"name: '{name}'", bus, StringComparison.Ordinal));
        Assert.Equal(2, Regex.Count(bus, "requiresDuplicateDetection: true"));
        Assert.Contains("deadLetteringOnMessageExpiration: true", bus, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_alert_looks_for_what_the_code_says_and_is_explained_to_operations()
    {
        string alerts = Read("infra/modules/alerts.bicep");
        string code = string.Join('\n', new[] { "functions", "orchestrations" }.SelectMany(folder => Repository.Files("*.cs", folder)).Select(Read));
        string guide = Read("docs/drift.md");

        Assert.All(Regex.Matches(alerts, @"Name == ""(\w+)""").Select(match => match.Groups[1].Value), function =>
            Assert.Matches($@"\[Function\((""{function}""|nameof\({function}\))\)\]", code));
        MatchCollection asked = Regex.Matches(alerts, @"in \(([\d, ]+)\) or tostring\(Properties\.EventName\) in \(([\w"", ]+)\)");
        Assert.Equal(Regex.Count(alerts, "AppTraces"), asked.Count);
        Assert.All(asked, match => Assert.Equal(
            match.Groups[1].Value.Split(", ").Select(id => Regex.Match(code, $@"\[LoggerMessage\({id}, [^\n]*\n *public static partial void (\w+)\(").Groups[1].Value),
            match.Groups[2].Value.Split(", ").Select(name => name.Trim('"'))));
        Assert.All(["dead-letters", "watchdog-silent", "timer-lag", "mail-failures", "lifecycles-repaired"], alert =>
        {
            Assert.Contains($"'{alert}'", alerts, StringComparison.Ordinal);
            Assert.Contains($"`{alert}`", guide, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_can_be_closed_is_closed_and_nothing_speaks_less_than_TLS_1_2()
    {
        Assert.Equal(3, Regex.Count(Bicep, "publicNetworkAccess: privateNetwork \\? 'Disabled' : 'Enabled'"));
        Assert.Equal(3, Regex.Count(Bicep, "defaultAction: privateNetwork \\? 'Deny' : 'Allow'"));
        Assert.Equal(2, Regex.Count(Bicep, "minimumTlsVersion: 'TLS1_2'"));
        Assert.Equal(3, Regex.Count(Bicep, "(minTlsVersion|scmMinTlsVersion|minimumTlsVersion): '1.2'"));
        Assert.Contains("ipSecurityRestrictionsDefaultAction: empty(allowedAddresses) ? 'Allow' : 'Deny'", Bicep, StringComparison.Ordinal);
        Assert.Matches(@"param privateNetwork bool = true\s", Bicep);
    }

    [Fact]
    public void What_is_put_aside_in_any_topic_or_queue_is_told_of()
    {
        string alerts = Read("infra/modules/alerts.bicep");

        Assert.Matches(@"metricName: 'DeadletteredMessages'\s+timeAggregation: 'Maximum'\s+operator: 'GreaterThan'\s+threshold: 0\s", alerts);
        Assert.Contains("dimensions: [ { name: 'EntityName', operator: 'Include', values: [ '*' ] } ]", alerts, StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_something_or_is_reached_from_outside_writes_down_what_happens_to_it() => Assert.Equal(
        ["app", "host::blobs", "namespace", "state::tables", "vault", "workspace"],
        Regex.Matches(Bicep, @"diagnosticSettings@[^\n]*\n[^\n]*\n  scope: (\S+)").Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Operations_are_told_what_every_table_holds_and_how_long()
    {
        string kept = Read("docs/drift.md").Split("### Hvad ligger hvor, og hvor længe")[1].Split("### Slet")[0];

        Assert.All(Regex.Matches(Read("functions/Storage/Tables.cs"), @"GetTableClient\(""(\w+)""\)").Select(match => match.Groups[1].Value), table =>
            Assert.Contains($"`{table}`", kept, StringComparison.Ordinal));
    }

    [Fact]
    public void The_pipeline_deploys_with_every_setting_that_a_person_may_give()
    {
        string workflow = Read(".github/workflows/rettidig.yml");
        string[] settings = [.. Regex.Matches(Read("infra/main.parameters.json"), @"\$\{(\w+)").Select(match => match.Groups[1].Value).Except(["BUDGET_START"])];

        Assert.True(settings.Length > 8);
        Assert.All(settings, setting => Assert.Contains($"      {setting}: ${{{{ ", workflow, StringComparison.Ordinal));
    }

    [Fact]
    public void The_parameters_that_azd_fills_in_are_those_the_Bicep_asks_for()
    {
        using JsonDocument file = JsonDocument.Parse(Read("infra/main.parameters.json"));
        string main = Read("infra/main.bicep");
        string[] given = [.. file.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name)];
        string[] required = [.. Regex.Matches(main, @"^param (\w+) \w+$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)];

        Assert.All(given, name => Assert.Matches($@"(?m)^param {name} ", main));
        Assert.Empty(required.Except(given));
    }

    private static string Read(string file) => File.ReadAllText(Repository.Full(file));

    [GeneratedRegex(@"^      (\w+__\w+): ", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
