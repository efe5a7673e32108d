namespace Rettidig.Unit.Tests.Architecture;

/// <summary>The files of the repository that this test was built in.</summary>
internal static class Repository
{
    private static readonly string[] NotSource = ["bin", "obj", "data", "out", "node_modules", "TestResults", ".git"];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Full(string path) => Path.Combine(Root, path);

    /// <summary>A path as the solution names it: from the root, with slashes.</summary>
    public static string FromRoot(string path) => Path.GetRelativePath(Root, Path.GetFullPath(path)).Replace('\\', '/');

    /// <summary>The source files of a folder and those below, from the root.</summary>
    public static IReadOnlyList<string> Files(string pattern, string folder = ".") =>
        [.. Walk(new DirectoryInfo(Full(folder)), pattern).Select(FromRoot).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Walk(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(below => !NotSource.Contains(below.Name)).SelectMany(below => Walk(below, pattern)));

    private static string FindRoot(string from)
    {
        DirectoryInfo? folder = new(from);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rettidig.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"Expected Rettidig.slnx in a folder above {from}: run the tests from where they were built.");
    }
}
