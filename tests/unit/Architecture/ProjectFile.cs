using System.Xml.Linq;

namespace Rettidig.Unit.Tests.Architecture;

/// <summary>A project file of the repository, as far as its references go.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Projects">The project files it refers to, from the root.</param>
/// <param name="AzurePackages">The Azure packages it names.</param>
/// <param name="Packages">The other packages it names.</param>
internal sealed record ProjectFile(string Path, IReadOnlyList<string> Projects, IReadOnlyList<string> AzurePackages, IReadOnlyList<string> Packages)
{
    /// <summary>The folder of the project, from the root.</summary>
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>Every project of the repository.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. Repository.Files("*.csproj").Select(Read).OrderBy(project => project.Path, StringComparer.Ordinal)];

    public static ProjectFile At(string path) => All.Single(project => project.Path == path);

    private static ProjectFile Read(string path)
    {
        XDocument document = XDocument.Load(Repository.Full(path));
        string[] Included(string item) => [.. document.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>()];
        string folder = System.IO.Path.GetDirectoryName(Repository.Full(path))!;
        return new ProjectFile(
            path,
            [.. Included("ProjectReference").Select(reference => Repository.FromRoot(System.IO.Path.Combine(folder, reference)))],
            Included("AzurePackage"),
            Included("PackageReference"));
    }
}
