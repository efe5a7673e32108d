using Rettidig.Cli.Terminal;
using Rettidig.Unit.Tests.Architecture;

namespace Rettidig.Unit.Tests.Cli;

/// <summary>The command line as a person meets it: sentences, exit codes, files.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("simulate", "FIL mangler. Se rettidig simulate --help.")]
    [InlineData("afslut", "Rettidig kender ikke kommandoen 'afslut'. Se rettidig --help.")]
    [InlineData("send a.jsonl --frem", "Rettidig kender ikke tilvalget '--frem'. Se rettidig send --help.")]
    [InlineData("simulate a.jsonl --until", "Tilvalget --until skal have én værdi efter sig. Se rettidig simulate --help.")]
    [InlineData("simulate a.jsonl --until 2026-02-30", "--until: '2026-02-30' er ikke en dato; skriv den som 2026-06-30 eller 30-06-2026.")]
    [InlineData("simulate --dry-run --data ingen", "Der er ingen tjenestes data i ingen: kør kommandoen i samme mappe som ./run.sh, eller peg på datamappen med --data.")]
    [InlineData("simulate --dry-run --days 0", "--days: '0' er ikke et antal dage; skriv et helt tal fra 1 til 366.")]
    [InlineData("simulate --dry-run --days mange", "--days: 'mange' er ikke et antal dage; skriv et helt tal fra 1 til 366.")]
    [InlineData("simulate a.jsonl --dry-run", "--dry-run ser på tjenestens egne data: udelad FIL, --until og --out. Antal dage skrives med --days.")]
    [InlineData("simulate a.jsonl --days 5", "--days hører til --dry-run. Se rettidig simulate --help.")]
    [InlineData("simulate a.jsonl", "Filen a.jsonl findes ikke: skriv stien til en fil med én hændelse pr. linje, fx samples/52-sager.jsonl.")]
    public async Task A_command_that_cannot_be_used_ends_with_one_sentence_and_exit_code_2(string command, string sentence)
    {
        Assert.Equal(2, await RunAsync(command.Split(' ')));
        Assert.Equal(sentence + Environment.NewLine, errors.ToString());
        Assert.Empty(output.ToString());
    }

    [Theory]
    [InlineData("report")]
    [InlineData("simulate --dry-run")]
    public async Task A_data_file_that_cannot_be_used_is_named_and_told_in_its_own_sentence_alone(string command)
    {
        string data = Path.Combine(folder.FullName, "rettidig.db");
        await System.IO.File.WriteAllTextAsync(data, new string('x', 5000));

        Assert.Equal(1, await RunAsync([.. command.Split(' '), "--data", folder.FullName]));
        Assert.Equal(
            $"Filen {data} er ikke en datafil fra Rettidig, eller dens begyndelse er beskadiget: vælg en anden mappe, eller gendan den seneste sikkerhedskopi. Filen er ikke ændret.",
            errors.ToString().Trim());
    }

    [Fact]
    public async Task A_disk_that_fills_up_under_a_command_is_told_as_that()
    {
        Assert.Equal(1, await CommandLine.RunAsync(["duties"], Screen.Over(new FullDisk(), errors, plain: true)));
        Assert.Equal("Disken er fuld: gør plads, og kør kommandoen igen.", errors.ToString().Trim());
    }

    [Fact]
    public async Task An_empty_file_is_said_to_be_empty()
    {
        Assert.Equal(2, await RunAsync("simulate", File("")));
        Assert.Contains("er tom: forventede én hændelse pr. linje", errors.ToString());
    }

    [Fact]
    public async Task Every_faulty_line_is_named_with_its_number_and_field()
    {
        string good = System.IO.File.ReadLines(Repository.Full("samples/et-barn.jsonl")).Last();
        string file = File(good, "", good.Replace("1.0", "7", StringComparison.Ordinal), "ikke json");

        Assert.Equal(2, await RunAsync("simulate", file));
        Assert.Contains($"{file}, linje 3, specversion: ", errors.ToString());
        Assert.Contains($"{file}, linje 4: ", errors.ToString());
        Assert.Contains($"2 linjer i {file} kan ikke bruges, og intet er sendt. Ret dem og prøv igen.", errors.ToString());
    }

    [Fact]
    public async Task One_faulty_line_is_one()
    {
        string file = File(System.IO.File.ReadLines(Repository.Full("samples/et-barn.jsonl")).Last(), "ikke json");

        Assert.Equal(2, await RunAsync("simulate", file));
        Assert.Contains($"1 linje i {file} kan ikke bruges, og intet er sendt. Ret den og prøv igen.", errors.ToString());
    }

    [Fact]
    public async Task A_connection_string_on_the_command_line_is_refused_without_telling_the_key()
    {
        const string Connection = "Endpoint=sb://rettidig.example/;SharedAccessKeyName=fagsystem;SharedAccessKey=hemmelig";

        Assert.Equal(2, await RunAsync("send", Repository.Full("samples/et-barn.jsonl"), "--connection", Connection));
        Assert.StartsWith("--connection skal være en fil, ikke selve forbindelsen", errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_other_things_in_it_is_left_alone()
    {
        System.IO.File.WriteAllText(Path.Combine(folder.FullName, "brev.txt"), "vigtigt");

        Assert.Equal(2, await RunAsync("simulate", Repository.Full("samples/et-barn.jsonl"), "--out", folder.FullName));
        Assert.Contains("er ikke resultatet af en tidligere simulering", errors.ToString());
        Assert.Equal("vigtigt", System.IO.File.ReadAllText(Path.Combine(folder.FullName, "brev.txt")));
    }

    [Fact]
    public async Task A_last_day_before_the_first_event_is_refused()
    {
        Assert.Equal(2, await RunAsync("simulate", Repository.Full("samples/et-barn.jsonl"), "--until", "01-01-2020"));
        Assert.Contains("--until 01-01-2020 ligger før den første hændelse", errors.ToString());
    }

    [Fact]
    public async Task Help_names_every_command_in_Danish_without_colours()
    {
        Assert.Equal(0, await RunAsync("--help"));
        Assert.All(["Brug:", "  start ", "  send ", "  simulate ", "  report ", "--verbose"], part => Assert.Contains(part, output.ToString()));
        Assert.DoesNotContain('\u001b', output.ToString());
    }

    [Fact]
    public async Task Two_simulations_of_the_same_file_write_the_same_bytes()
    {
        string first = Path.Combine(folder.FullName, "a"), second = Path.Combine(folder.FullName, "b");
        foreach (string result in new[] { first, second })
        {
            Assert.Equal(0, await RunAsync("simulate", Repository.Full("samples/et-barn.jsonl"), "--until", "2024-07-31", "--out", result));
        }

        string[] files = Files(first);
        Assert.Contains(files, file => file.EndsWith(".eml", StringComparison.Ordinal));
        Assert.Equal(files, Files(second));
        Assert.All(files, file => Assert.Equal(
            System.IO.File.ReadAllBytes(Path.Combine(first, file)),
            System.IO.File.ReadAllBytes(Path.Combine(second, file))));
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, Screen.Over(output, errors, plain: true));

    private string File(params string[] lines)
    {
        string path = Path.Combine(folder.FullName, "fil.jsonl");
        System.IO.File.WriteAllText(path, string.Join('\n', lines));
        return path;
    }

    private static string[] Files(string result) =>
        [.. Directory.EnumerateFiles(result, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(result, file)).Order(StringComparer.Ordinal)];

    private sealed class FullDisk : StringWriter
    {
        public override void Write(char[] buffer, int index, int count) => throw new IOException("No space left on device", 28);

        public override void Write(string? value) => throw new IOException("No space left on device", 28);
    }
}
