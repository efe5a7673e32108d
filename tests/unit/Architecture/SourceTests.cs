namespace Rettidig.Unit.Tests.Architecture;

/// <summary>What may not stand in the sources, whatever compiles.</summary>
public sealed class SourceTests
{
    private static readonly string[] Business = ["domain", "orchestrations", "functions"];

    private static readonly string[] RootFiles =
    [
        ".dockerignore", ".editorconfig", ".gitattributes", ".gitignore", "azure.yaml", "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props", "Directory.Build.targets",
        "Directory.Packages.props", "Dockerfile", "global.json", "host.json", "LICENSE", "nuget.config", "README.md", "Rettidig.slnx", "run.sh", "SECURITY.md", "test.sh",
    ];

    [Fact]
    public void Business_code_never_asks_which_Azure_packages_it_runs_on()
    {
        string[] files = [.. Business.SelectMany(folder => Repository.Files("*.cs", folder))];

        Assert.NotEmpty(files);
        Assert.All(files, file =>
        {
            string source = File.ReadAllText(Repository.Full(file));
            Assert.False(source.Contains("#if", StringComparison.Ordinal), $"{file} has an #if.");
            Assert.False(source.Contains("AzurePackages", StringComparison.Ordinal), $"{file} names the switch.");
        });
    }

    [Fact]
    public void Business_code_does_not_know_the_embedded_host() =>
        Assert.All(Business.SelectMany(folder => Repository.Files("*.cs", folder)), file =>
            Assert.False(File.ReadAllText(Repository.Full(file)).Contains("Rettidig.SelfHost", StringComparison.Ordinal), $"{file} names the embedded host."));

    [Fact]
    public void The_embedded_host_does_not_know_the_product() =>
        Assert.All(Repository.Files("*.cs", "selfhost"), file =>
        {
            string source = File.ReadAllText(Repository.Full(file));
            Assert.False(
                new[] { "Rettidig.Domain", "Rettidig.Orchestrations", "Rettidig.Functions" }.Any(word => source.Contains(word, StringComparison.Ordinal)),
                $"{file} names the product.");
        });

    [Theory]
    [InlineData("domain")]
    [InlineData("orchestrations")]
    public void What_is_banned_has_a_replacement_in_the_same_line(string project)
    {
        string[] lines = [.. File.ReadAllLines(Repository.Full($"{project}/BannedSymbols.txt")).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))];

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.True(line.Split(';') is [{ Length: > 2 }, var instead, ..] && instead.Trim().Length > 0, line));
    }

    [Fact]
    public void The_root_holds_few_files()
    {
        string[] found = [.. Directory.EnumerateFiles(Repository.Root).Select(Path.GetFileName).OfType<string>()];

        Assert.Empty(found.Except(RootFiles));
    }
}
