using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Rettidig.Contract.Tests.Surface;
using Xunit.Abstractions;

namespace Rettidig.Contract.Tests.Published;

/// <summary>
/// The product compiles against everything the real packages show, not only against the part of it that stands in
/// <c>selfhost/Vendor</c>: with every overload, constraint, question mark, obsolete mark and attribute usage of the listings.
/// </summary>
[Collection("Surface")]
public sealed partial class PublishedCompileTests(PublishedPackages packages, ITestOutputHelper output) : IClassFixture<PublishedPackages>
{
    private static readonly string[] NotDeclared = ["[override]", "::Equals(object", "::GetHashCode()", "::BeginInvoke(", "::EndInvoke(", "(object object, IntPtr method)"];

    public static TheoryData<string> Packages => [.. PublishedPackages.Names];

    [Fact]
    public async Task The_orchestrations_and_the_functions_compile_unchanged_against_the_real_packages()
    {
        if (!AreListed())
        {
            return;
        }

        Refused(await packages.CompileProjectAsync("orchestrations", []));
        Refused(await packages.CompileProjectAsync("functions", ["Rettidig.Orchestrations"]));
    }

    /// <summary>Far more of the surface than the product uses, and what <c>-p:RealBackend=true</c> builds, but for its subject.</summary>
    [Fact]
    public async Task The_contract_of_the_durable_engine_compiles_against_the_real_packages()
    {
        if (AreListed())
        {
            Refused(await packages.CompileSomeAsync("tests/contract", source => Contract().IsMatch(source)));
        }
    }

    [Fact]
    public async Task What_the_compiler_refuses_is_told_with_file_line_and_reason()
    {
        if (!AreListed())
        {
            return;
        }

        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.cs");
        await File.WriteAllTextAsync(file, "namespace Rettidig.Orchestrations;\n\npublic static class Later\n{\n    public static object Of(Microsoft.DurableTask.TaskOrchestrationContext context) => context.SleepUntil(1);\n}\n");
        IReadOnlyList<string> found = await packages.CompileProjectAsync("orchestrations", [], file);
        File.Delete(file);

        string only = Assert.Single(found);
        Assert.StartsWith($"{file}(5,", only, StringComparison.Ordinal);
        Assert.Contains("error CS1061: 'TaskOrchestrationContext' does not contain a definition for 'SleepUntil'", only, StringComparison.Ordinal);
    }

    /// <summary>One line each, all compiled together.</summary>
    [Fact]
    public async Task What_the_real_packages_do_not_take_is_refused()
    {
        (string Error, string Source)[] wrong =
        [
            ("CS1061", "class Unknown { object M(Microsoft.DurableTask.Client.DurableTaskClient client) => client.CountInstancesAsync(); }"),
            ("CS0121", "class Ambiguous { object M() => new Microsoft.DurableTask.TaskOptions(null); }"),
            ("CS8604", "class MaybeNull { object M(Microsoft.DurableTask.TaskOrchestrationContext context, string? name) => context.WaitForExternalEvent<string>(name); }"),
            ("CS0618", "class Obsolete { object? M(Microsoft.DurableTask.RetryPolicy policy) => policy.HandleAsync; }"),
            ("CS0452", "class Constrained { object M(Azure.Data.Tables.TableClient table) => table.GetEntity<E>(\"\", \"\"); struct E; }"),
            ("CS0144", "class Abstract { object M() => new Microsoft.DurableTask.DataConverter(); }"),
            ("CS0200", "class ReadOnly { void M(Microsoft.DurableTask.RetryPolicy policy) => policy.MaxNumberOfAttempts = 2; }"),
            ("CS8852", "class Init { void M(Microsoft.DurableTask.TaskOptions options) => options.Retry = null; }"),
            ("CS1729", "class NotMade { object M() => new Azure.Messaging.ServiceBus.ServiceBusReceivedMessage(); }"),
        ];
        if (AreListed())
        {
            IReadOnlyList<string> found = await packages.CompileAsync(string.Join('\n', wrong.Select(line => line.Source)));
            Assert.Equal(wrong.Select((line, index) => $"Sample.cs({index + 1}) {line.Error}"), found.Select(line => SampleError().Replace(line, "$1) $2")).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task An_attribute_in_a_place_where_the_real_one_may_not_stand_is_refused()
    {
        if (AreListed())
        {
            IReadOnlyList<string> found = await packages.CompileAsync("[Microsoft.Azure.Functions.Worker.ActivityTrigger] class Misplaced { }");
            Assert.Contains("error CS0592: Attribute 'Microsoft.Azure.Functions.Worker.ActivityTrigger' is not valid on this declaration type.", Assert.Single(found), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void What_is_compiled_against_is_the_listing_no_more_and_no_less(string package)
    {
        if (!AreListed())
        {
            return;
        }

        Refused(packages.Refused);
        var loader = new AssemblyLoadContext(package);
        loader.Resolving += (context, name) => File.Exists(packages.Path(name.Name!)) ? context.LoadFromAssemblyPath(packages.Path(name.Name!)) : null;
        string[] compiled = Shown(PublicSurface.Of(loader.LoadFromAssemblyPath(packages.Path(package))));
        string[] listed = Shown(Listing.Read(PublishedListing.Lines(PublishedListing.Folder!, package).Where(IsDeclared)));

        Assert.Empty(listed.Except(compiled));
        Assert.Empty(compiled.Except(listed));
        output.WriteLine($"{listed.Length} public types and members of {package}.");
    }

    [Fact]
    public void Every_listing_is_compiled()
    {
        if (AreListed())
        {
            Assert.Equal(Directory.GetFiles(PublishedListing.Folder!, "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal), PublishedPackages.Names.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("orchestrations")]
    [InlineData("functions")]
    public async Task No_source_is_built_for_one_of_the_two_only(string project)
    {
        ProjectCompilation azure = await ProjectCompilation.OfAsync(project);
        ProjectCompilation embedded = await ProjectCompilation.OfAsync(project, azurePackages: false);

        Assert.Equal(embedded.Sources, azure.Sources);
        Assert.Equal(embedded.Settings, azure.Settings);
    }

    private static string[] Shown(IEnumerable<PublicMember> members) => [.. members.Select(member => member.Shown)];

    /// <summary>Neither an override, which is public where it was declared first, nor what every delegate has.</summary>
    private static bool IsDeclared(string line) => !Array.Exists(NotDeclared, part => line.Contains(part, StringComparison.Ordinal));

    private static void Refused(IReadOnlyList<string> found) => Assert.True(found.Count == 0, $"Against the real packages the compiler says:\n{string.Join('\n', found)}");

    private bool AreListed()
    {
        if (!packages.AreListed)
        {
            output.WriteLine("Not compiled: there are no listings of the real packages. Set RETTIDIG_AZURE_API to their folder.");
        }

        return packages.AreListed;
    }

    [GeneratedRegex(@"^Durable/(\w*Contract|IDurableSubject|LogLines)\.cs$")]
    private static partial Regex Contract();

    /// <summary>File, line, column, error, words.</summary>
    [GeneratedRegex(@"^(.*\(\d+),\d+\): error (CS\d+): .*$")]
    private static partial Regex SampleError();
}
