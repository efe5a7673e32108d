using System.Reflection;
using Rettidig.Contract.Tests.Published;
using Xunit.Abstractions;

namespace Rettidig.Contract.Tests.Surface;

/// <summary>
/// Code written against a subset must compile against the real package: whatever is public in
/// <c>Rettidig.Compat.X</c> is public, the same way, in <c>X</c>. That the product itself compiles against all that is in
/// <c>X</c> is seen in <see cref="PublishedCompileTests"/>.
/// </summary>
[Collection("Surface")]
public sealed class SurfaceTests(ITestOutputHelper output)
{
    private const string Prefix = "Rettidig.Compat.";

    public static TheoryData<string> Packages => [.. Names];

    private static IReadOnlyList<string> Names => [.. Directory.GetFiles(AppContext.BaseDirectory, Prefix + "*.dll")
        .Select(file => Path.GetFileNameWithoutExtension(file)[Prefix.Length..])
        .Order(StringComparer.Ordinal)];

    /// <summary>Those whose listing was read from an assembly that was compiled with nullable annotations.</summary>
    public static TheoryData<string> AnnotatedPackages => [.. Names.Where(name => name.StartsWith("Microsoft.", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Everything_public_is_public_in_the_real_package_too(string package)
    {
        if (Compare(package) is not var (ours, theirs))
        {
            return;
        }

        List<string> foreign = [.. ours.Where(member => !theirs[member.Signature].Any(member.IsPartOf)).Select(member => member.Shown)];

        output.WriteLine($"{ours.Count} public types and members compared with {package}.");
        Assert.True(foreign.Count == 0, $"Public in {Prefix}{package}, but not so in {package}:\n{string.Join('\n', foreign)}");
    }

    [Theory]
    [MemberData(nameof(AnnotatedPackages))]
    public void Everything_public_is_as_nullable_and_as_constrained_as_in_the_real_package(string package)
    {
        if (Compare(package) is not var (ours, theirs))
        {
            return;
        }

        string[] other = [.. ours.Where(member => theirs[member.Signature].Any() && !theirs[member.Signature].Any(their => their.Exact == member.Exact))
            .Select(member => $"{member.Exact}\n    theirs: {string.Join(" or ", theirs[member.Signature].Select(their => their.Exact))}")];

        Assert.True(other.Length == 0, $"Marked otherwise in {Prefix}{package} than in {package}:\n{string.Join('\n', other)}");
    }

    [Fact]
    public void Every_embedded_package_is_compared() =>
        Assert.Superset(
            new HashSet<string> { "Azure.Data.Tables", "Azure.Messaging.ServiceBus", "Microsoft.Azure.Functions.Worker.Core", "Microsoft.DurableTask.Client", "SendGrid" },
            Names.ToHashSet(StringComparer.Ordinal));

    [Theory]
    [InlineData("N.T (sealed class)", "N.T (class)")]
    [InlineData("N.T::Run(int count) : Task", "N.T::Run(int number) : System.Threading.Tasks.Task [virtual]")]
    [InlineData("N.T::Run(int? count) : void", "N.T::Run(int count) : void")]
    [InlineData("N.T::Run() : void", "N.T::Run() : void [static]")]
    [InlineData("N.T::Run(string name = null) : void", "N.T::Run(string name) : void")]
    [InlineData("N.T::Name { get; set; } : string", "N.T::Name { get; } : string?")]
    [InlineData("N.T (class : IDisposable)", "N.T (class)")]
    public void A_difference_is_seen(string ours, string theirs) => Assert.False(IsPart(ours, theirs));

    [Theory]
    [InlineData("N.T (class : IDisposable)", "N.T (class : Exception, IDisposable) [Usage(Method)]")]
    [InlineData("N.T::Run(string name = null) : Task<Item>", "N.T::Run(string? name = null) : System.Threading.Tasks.Task<N.Item?> where T : class [virtual]")]
    [InlineData("N.T::Name { get; init; } : string", "N.T::Name { get; set; } : string? [JsonPropertyName(\"name\")]")]
    [InlineData("N.T::Mode(Mode mode = Merge) : void [static]", "N.T::Mode(N.Mode mode = Mode.Merge) : void [static]")]
    public void What_only_the_listing_tells_is_no_difference(string ours, string theirs) => Assert.True(IsPart(ours, theirs));

    private (IReadOnlyList<PublicMember> Ours, ILookup<string, PublicMember> Theirs)? Compare(string package)
    {
        if (PublishedListing.Folder is not { } folder)
        {
            output.WriteLine("Not compared: there are no listings of the real packages. Set RETTIDIG_AZURE_API to their folder.");
            return null;
        }

        IReadOnlyList<PublicMember> ours = PublicSurface.Of(Assembly.Load(Prefix + package));
        return (ours, Listing.Read(PublishedListing.Lines(folder, package)).ToLookup(member => member.Signature, StringComparer.Ordinal));
    }

    private static bool IsPart(string ours, string theirs)
    {
        PublicMember mine = Listing.Read([ours]).Single();
        PublicMember real = Listing.Read([theirs]).Single();
        return mine.Signature == real.Signature && mine.IsPartOf(real);
    }
}
