using Rettidig.Cli.Municipality;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;

namespace Rettidig.Unit.Tests.Cli;

/// <summary>A copy of a municipality is read through before anything of it is put back; whose data is asked for is told by its form.</summary>
public sealed class CopyTests : IDisposable
{
    private const string Own = """{"table":"Municipalities","row":{"PartitionKey":"all","RowKey":"101"}}""";
    private const string Open = """{"table":"Placements","row":{"PartitionKey":"101","RowKey":"P-1"}}""";
    private const string Head = """{"table":"CaseEvents","row":{"PartitionKey":"101:P-1","RowKey":"head"}}""";
    private const string Staff = """{"table":"Staff","row":{"PartitionKey":"101","RowKey":"as12"}}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-copy-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_makes_work_begin_comes_last_and_the_municipality_last_of_all()
    {
        Copy copy = Read(Own, Open, Head, Staff);

        Assert.Equal(["CaseEvents", "Staff", "Placements", "Municipalities"], copy.InOrder().Select(one => one.Table));
        Assert.Equal((4, 1), (copy.Rows, copy.Placements));
    }

    [Theory]
    [InlineData("linje 2 er ikke en række", Own, """{"table":"Staff","row":{"Part""")]
    [InlineData("linje 1 er ikke en række", """{"specversion":"1.0"}""", Own)]
    [InlineData("er ikke en hel kopi", Staff, Head)]
    [InlineData("er en kopi af 102, ikke af 101", """{"table":"Municipalities","row":{"PartitionKey":"all","RowKey":"102"}}""")]
    public void A_file_that_is_not_a_whole_copy_of_it_is_refused(string reason, params string[] lines) =>
        Assert.Contains(reason, Assert.Throws<Refused>(() => Read(lines)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_row_that_says_a_copy_is_whole_is_written_last_so_that_one_broken_off_is_refused() =>
        Assert.Equal(["Staff", "CaseEvents", "Notices", "Municipalities"], Handover.InOrder(["CaseEvents", "Municipalities", "Notices", "Staff"]));

    [Fact]
    public void A_folder_without_the_file_is_refused() =>
        Assert.Contains("peg på den mappe", Assert.Throws<Refused>(() => Copy.Open(folder.FullName, "101")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("101/P-7", "api/placements/101/P-7", "api/placements/101/P-7/data")]
    [InlineData("101/staff", "api/placements/101/staff", "api/placements/101/staff/data")]
    [InlineData("101/staff/as12", "api/staff/101/as12", "api/staff/101/as12")]
    public void Whose_data_is_asked_for_is_told_by_its_form(string given, string path, string data) =>
        Assert.Equal((path, data), (DataSubject.Parse(given).Path, DataSubject.Parse(given).DataPath));

    [Theory]
    [InlineData("101")]
    [InlineData("101/staff/")]
    [InlineData("101/staff/a/b")]
    [InlineData("101/P-7/data")]
    [InlineData("10/staff/as12")]
    public void What_is_neither_is_refused(string given) => Assert.Throws<Refused>(() => DataSubject.Parse(given));

    private Copy Read(params string[] lines)
    {
        File.WriteAllLines(Path.Combine(folder.FullName, Handover.Rows), lines);
        return Copy.Open(folder.FullName, "101");
    }
}
