namespace Rettidig.Browser.Tests.Service;

/// <summary>A folder of a test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
