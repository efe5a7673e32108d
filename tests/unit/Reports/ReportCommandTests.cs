using Rettidig.Cli.Terminal;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Reports;

/// <summary><c>rettidig report</c> as a person meets it.</summary>
public sealed class ReportCommandTests : IDisposable
{
    private static readonly string Sample = Repository.Full("samples/et-barn.jsonl");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_text_fits_eighty_columns_and_says_what_is_counted_and_as_of_when()
    {
        Assert.Equal(0, await RunAsync(Repository.Full("samples/225-sager.jsonl")));

        string text = output.ToString();
        Assert.Contains("Pr. 30. november 2018: 225 anbringelser. Fra 225-sager.jsonl.", text);
        Assert.Contains("  ingen opfølgning                                        46 af    219   21 %\n", text);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Every_row_of_the_spreadsheet_has_eight_fields_with_its_denominator_and_definition()
    {
        string file = Path.Combine(folder.FullName, "rapport.csv");

        Assert.Equal(0, await RunAsync(Sample, "--format", "csv", "--out", file));

        Assert.Equal("\uFEFF"u8, File.ReadAllBytes(file).AsSpan(0, 3));
        string[] rows = File.ReadAllText(file).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("afsnit;tabel;tal;tekst;antal;af;procent;definition", rows[0]);
        Assert.Contains(rows, row => row.StartsWith("support;support-person;offered;Støtteperson", StringComparison.Ordinal) || row.StartsWith("support;support-person;offered;\"Støtteperson", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal(8, Fields(row)));
    }

    [Fact]
    public async Task The_page_has_a_table_for_each_definition()
    {
        Assert.Equal(0, await RunAsync(Sample, "--format", "markdown", "--on", "31-12-2024"));

        string page = output.ToString();
        Assert.Contains("Pr. 31. december 2024: 1 anbringelse. Fra et-barn.jsonl.", page);
        Assert.Contains("### Første opfølgning: tre måneder efter iværksættelsen\n\nAf anbringelser, hvor fristen er udløbet.", page);
        Assert.Contains("| for sent | 1 | 1 | 100 % |", page);
    }

    [Theory]
    [InlineData("--format pdf", "--format: 'pdf' er ikke en form, rapporten kan skrives i; vælg en af text, markdown, csv, json.")]
    [InlineData("--municipality Aarhus", "--municipality: 'Aarhus' er ikke en kommune; skriv koden på tre cifre, fx 101.")]
    [InlineData("--on igår", "--on: 'igår' er ikke en dato; skriv den som 2026-06-30 eller 30-06-2026.")]
    [InlineData("--cases findes-ikke.txt", "--cases: findes-ikke.txt kan ikke læses; det skal være en fil med én anbringelse pr. linje, som 999/S-2024-001.")]
    public async Task An_option_that_cannot_be_used_ends_with_one_sentence(string options, string sentence)
    {
        Assert.Equal(2, await RunAsync([Sample, .. options.Split(' ')]));
        Assert.Equal(sentence + Environment.NewLine, errors.ToString());
    }

    [Fact]
    public async Task A_list_of_cases_names_the_line_that_is_none()
    {
        string list = Path.Combine(folder.FullName, "sager.txt");
        File.WriteAllText(list, "999/S-2024-101\n\nS-2024-102\n");

        Assert.Equal(2, await RunAsync(Sample, "--cases", list));
        Assert.Contains($"{list}, linje 3: forventede en anbringelse som 999/S-2024-001", errors.ToString());
    }

    [Fact]
    public async Task A_municipality_that_nobody_knows_is_no_empty_report()
    {
        Assert.Equal(2, await RunAsync(Sample, "--municipality", "123"));
        Assert.Empty(output.ToString());
        Assert.Equal("--municipality: der er ingen anbringelser fra kommune 123 i et-barn.jsonl; der er fra 999. Ret koden, eller udelad den for at tælle alle." + Environment.NewLine, errors.ToString());
    }

    [Theory]
    [InlineData("123/A\n999/B\n", "--cases: ingen af de 2 anbringelser på listen er i et-barn.jsonl. Skriv dem som i hændelsernes subject, fx 999/S-2024-001.")]
    [InlineData("999/B\n", "--cases: anbringelsen på listen er ikke i et-barn.jsonl. Skriv dem som i hændelsernes subject, fx 999/S-2024-001.")]
    [InlineData("\n", "--cases: listen nævner ingen anbringelser. Skriv én pr. linje, fx 999/S-2024-001.")]
    public async Task Nor_is_a_list_of_cases_that_nobody_knows(string cases, string sentence)
    {
        string list = Path.Combine(folder.FullName, "sager.txt");
        File.WriteAllText(list, cases);

        Assert.Equal(2, await RunAsync(Sample, "--cases", list));
        Assert.Equal(sentence + Environment.NewLine, errors.ToString());
    }

    [Fact]
    public async Task A_list_where_some_are_unknown_says_how_many()
    {
        string list = Path.Combine(folder.FullName, "sager.txt");
        File.WriteAllText(list, "999/S-2024-101\n999/S-2024-102\n");

        Assert.Equal(0, await RunAsync(Sample, "--cases", list));
        Assert.Contains("Kun de udvalgte sager (2), hvoraf 1 ikke kendes.", output.ToString().ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_period_in_which_nothing_was_decided_is_an_answer()
    {
        Assert.Equal(0, await RunAsync(Sample, "--municipality", "999", "--from", "2030-01-01"));
        Assert.Contains("0 anbringelser", output.ToString());
    }

    [Fact]
    public async Task A_data_folder_without_data_is_said_to_be_empty_and_stays_so()
    {
        Assert.Equal(2, await RunAsync("--data", folder.FullName));
        Assert.Contains($"Der er ingen data i {folder.FullName}", errors.ToString());
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(["report", .. args], Screen.Over(output, errors, plain: true));

    // Semicolons between quotes belong to the text.
    private static int Fields(string row)
    {
        bool quoted = false;
        int fields = 1;
        foreach (char c in row)
        {
            quoted ^= c == '"';
            fields += c == ';' && !quoted ? 1 : 0;
        }

        return fields;
    }
}
