using Rettidig.Tests.Node;

namespace Rettidig.Contract.Tests.Published;

/// <summary>The public members of a real package.</summary>
/// <param name="Package">The name of the package, and of its assembly.</param>
/// <param name="IsAnnotated">Whether the package is compiled with nullable annotations.</param>
/// <param name="Types">In the order of the listing.</param>
internal sealed record PublishedListing(string Package, bool IsAnnotated, IReadOnlyList<PublishedType> Types)
{
    /// <summary>Packages that are compiled without nullable annotations, or whose listing leaves them out.</summary>
    private static readonly string[] Oblivious = ["Azure.Data.Tables", "Azure.Messaging.ServiceBus", "SendGrid"];

    /// <summary>
    /// Where the listings are: in the folder that <c>RETTIDIG_AZURE_API</c> names, else in <c>../shared/azure-api</c> beside the repository; null when there are none.
    /// </summary>
    public static string? Folder { get; } =
        Environment.GetEnvironmentVariable("RETTIDIG_AZURE_API") is { Length: > 0 } named ? named
        : Path.Combine(Checkout.Root, "..", "shared", "azure-api") is var beside && Directory.Exists(beside) ? beside : null;

    public static PublishedListing Read(string folder, string package) => new(package, !Oblivious.Contains(package), PublishedType.ReadAll(Lines(folder, package)));

    public static IEnumerable<string> Lines(string folder, string package) => File.ReadLines(Path.Combine(folder, package + ".txt"));
}
