using System.Text.RegularExpressions;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Settings;

/// <summary>docs/tjenesten.md is the list of the settings of the service.</summary>
public partial class SettingsPageTests
{
    /// <summary>What the product sets for its embedded host; nobody else does.</summary>
    private static readonly string[] NotChosen = ["SelfHost:FunctionAssemblies", "SelfHost:Topics"];

    [Fact]
    public void Every_setting_that_the_code_reads_is_on_the_page()
    {
        string page = File.ReadAllText(Repository.Full("docs/tjenesten.md"));
        string[] read = [.. new[] { "functions", "cli", "selfhost" }.SelectMany(folder => Repository.Files("*.cs", folder)).SelectMany(SettingsIn).Distinct().Except(NotChosen)];

        Assert.Contains("Operator:Mail", read);
        Assert.Contains("SelfHost:Data", read);
        Assert.All(read, setting => Assert.Contains($"`{setting}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_setting_on_the_page_is_read_by_the_code()
    {
        string code = string.Join('\n', new[] { "functions", "selfhost" }.SelectMany(folder => Repository.Files("*.cs", folder)).Select(file => File.ReadAllText(Repository.Full(file))));

        string[] named = [.. File.ReadLines(Repository.Full("docs/tjenesten.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Named().Matches(line.Split('|')[1])).Select(match => match.Groups[1].Value)];

        Assert.True(named.Length > 20);
        Assert.All(named, setting => Assert.Contains($"\"{setting}\"", code, StringComparison.Ordinal));
    }

    private static IEnumerable<string> SettingsIn(string file) => Literal().Matches(File.ReadAllText(Repository.Full(file))).Select(match => match.Groups[1].Value);

    [GeneratedRegex("\"((?:CaseSystem|Mail|Notices|Operator|Retention|SelfHost|SendGrid|ServiceBus|Site|SiteLinks|Smtp|Storage):[A-Za-z]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("`([A-Za-z]+:[A-Za-z]+)`")]
    private static partial Regex Named();
}
