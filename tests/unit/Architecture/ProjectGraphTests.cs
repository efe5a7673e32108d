using System.Xml.Linq;

namespace Rettidig.Unit.Tests.Architecture;

/// <summary>domain ← orchestrations ← functions ← cli; the Azure packages, real or embedded, below them; the engine below those.</summary>
public sealed class ProjectGraphTests
{
    private const string Domain = "domain/Rettidig.Domain.csproj";
    private const string Orchestrations = "orchestrations/Rettidig.Orchestrations.csproj";
    private const string Functions = "functions/Rettidig.Functions.csproj";
    private const string Cli = "cli/Rettidig.Cli.csproj";
    private const string Engine = "selfhost/Engine/Rettidig.SelfHost.csproj";
    private const string Vendor = "selfhost/Vendor/";

    [Fact]
    public void The_domain_stands_on_NodaTime_alone()
    {
        ProjectFile domain = ProjectFile.At(Domain);

        Assert.Empty(domain.Projects);
        Assert.Empty(domain.AzurePackages);
        Assert.Equal(["NodaTime"], domain.Packages);
    }

    [Theory]
    [InlineData(Orchestrations, Domain)]
    [InlineData(Functions, Orchestrations)]
    [InlineData(Cli, Functions)]
    public void Each_part_of_the_product_refers_to_the_one_below_it_and_to_no_other(string project, string below) =>
        Assert.Equal([below], ProjectFile.At(project).Projects);

    [Fact]
    public void Only_orchestrations_and_functions_name_Azure_packages() =>
        Assert.Equal([Functions, Orchestrations], ProjectFile.All.Where(project => project.AzurePackages.Count > 0).Select(project => project.Path));

    [Fact]
    public void Orchestrations_know_nothing_of_storage_bus_or_mail() =>
        Assert.Equal(
            ["Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Extensions.DurableTask"],
            ProjectFile.At(Orchestrations).AzurePackages.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_Azure_package_has_its_embedded_counterpart() =>
        Assert.All(
            ProjectFile.All.SelectMany(project => project.AzurePackages),
            package => Assert.Contains(ProjectFile.All, project => project.Path == $"{Vendor}{package}/{package}.csproj"));

    [Fact]
    public void The_engine_refers_to_no_project() => Assert.Empty(ProjectFile.At(Engine).Projects);

    [Fact]
    public void The_embedded_packages_refer_to_the_engine_and_to_each_other_only()
    {
        ProjectFile[] packages = [.. ProjectFile.All.Where(project => project.Path.StartsWith(Vendor, StringComparison.Ordinal))];

        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.All(
            package.Projects,
            reference => Assert.True(reference == Engine || reference.StartsWith(Vendor, StringComparison.Ordinal), $"{package.Path} refers to {reference}")));
    }

    [Fact]
    public void Nothing_but_tests_benchmarks_and_samples_is_outside_these_parts() =>
        Assert.All(ProjectFile.All, project => Assert.True(
            project.Path is Domain or Orchestrations or Functions or Cli or Engine
            || new[] { Vendor, "tests/", "bench/", "samples/" }.Any(part => project.Path.StartsWith(part, StringComparison.Ordinal)),
            project.Path));

    [Fact]
    public void The_generator_of_the_samples_does_not_use_the_rules_it_is_to_try() =>
        Assert.Empty(ProjectFile.At("samples/generator/Rettidig.Samples.csproj").Projects);

    [Fact]
    public void A_folder_holds_one_project() =>
        Assert.Equal(ProjectFile.All.Count, ProjectFile.All.Select(project => project.Folder).Distinct().Count());

    [Fact]
    public void The_solution_holds_every_project_and_no_other()
    {
        string[] listed = [.. XDocument.Load(Repository.Full("Rettidig.slnx")).Descendants("Project").Select(project => (string)project.Attribute("Path")!)];

        Assert.Equal(ProjectFile.All.Select(project => project.Path), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_package_named_has_a_version_in_one_place_and_none_is_there_for_nothing()
    {
        XDocument versions = XDocument.Load(Repository.Full("Directory.Packages.props"));
        string[] pinned = [.. versions.Descendants("PackageVersion").Select(version => (string)version.Attribute("Include")!)];
        string[] named = [.. ProjectFile.All.SelectMany(project => project.Packages.Concat(project.AzurePackages))];

        Assert.Empty(named.Except(pinned));
        Assert.Equal(pinned.Distinct(), pinned);
    }
}
