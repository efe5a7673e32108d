namespace Rettidig.Tests.Node;

/// <summary>The sources that the tests were built from: what is in docs/ and in tests/node is read where it stands.</summary>
public static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Rettidig.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Expected the tests to run inside a checkout of the repository.");
    }
}
