namespace Rettidig.Browser.Tests.Service;

/// <summary>The repository that this test was built in.</summary>
internal static class Source
{
    public static string Root { get; } = RootFrom(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    private static string RootFrom(string from)
    {
        DirectoryInfo? folder = new(from);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Rettidig.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"Expected Rettidig.slnx in a folder above {from}: run the tests from where they were built.");
    }
}
