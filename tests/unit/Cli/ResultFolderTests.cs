using Rettidig.Cli.Results;
using Rettidig.Cli.Terminal;

namespace Rettidig.Unit.Tests.Cli;

/// <summary>Where the results of a simulation end.</summary>
public sealed class ResultFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");

    private string Result => Path.Combine(folder.FullName, "ud");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_result_that_finds_no_room_leaves_the_earlier_one_and_nothing_of_itself()
    {
        ResultFolder.At(Result).Replace(staging => File.WriteAllText(Path.Combine(staging.FullName, "report.md"), "earlier"));

        string message = Assert.Throws<Refused>(() => ResultFolder.At(Result).Replace(staging =>
        {
            File.WriteAllText(Path.Combine(staging.FullName, "report.md"), "hal");
            throw new IOException("No space left on device");
        })).Message;

        Assert.Equal($"Resultatet kan ikke skrives i {Result}: vælg med --out en mappe, som du må skrive i, og hvor der er plads.", message);
        Assert.Equal("earlier", File.ReadAllText(Path.Combine(Result, "report.md")));
        Assert.Equal(Result, Assert.Single(Directory.GetFileSystemEntries(folder.FullName)));
    }
}
