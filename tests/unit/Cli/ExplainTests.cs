using System.Text.Json;
using AngleSharp.Dom;
using Rettidig.Cli.Explain;
using Rettidig.Cli.Terminal;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Api;
using Rettidig.Functions.Explanations;
using Rettidig.Functions.Pages;
using Rettidig.Functions.Placements;
using Rettidig.Unit.Tests.Architecture;
using Rettidig.Unit.Tests.Domain;
using Rettidig.Unit.Tests.Mail;

namespace Rettidig.Unit.Tests.Cli;

/// <summary><c>rettidig explain</c> on a file, as a person meets it.</summary>
public sealed class ExplainTests : IDisposable
{
    private static readonly string OneChild = Repository.Full("samples/et-barn.jsonl");

    /// <summary>Played once for the tests that read it.</summary>
    private static readonly Lazy<Task<string>> Json = new(async () =>
    {
        using var output = new StringWriter();
        await CommandLine.RunAsync(["explain", OneChild, "--on", "2024-06-19", "--json"], Screen.Over(output, TextWriter.Null, plain: true));
        return output.ToString();
    });

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_review_is_explained_from_its_anchor_to_what_was_sent_within_80_columns_and_without_colours_in_a_file()
    {
        Assert.Equal(0, await RunAsync("explain", OneChild, "--on", "2024-06-19"));

        Assert.StartsWith("Sag 999/S-2024-101 set fra onsdag den 19. juni 2024", output.ToString());
        Assert.All(output.ToString().Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 80, line));
        Assert.DoesNotContain('\u001b', output.ToString());
        Assert.Contains(
            """
             18-06-2024   Første opfølgning
                          Overskredet, 1 dag over fristen. Lovens krav er ikke overholdt.
                          Tæller fra: iværksat 18-03-2024 (placement.started, modtaget
                          13-03-2024)
                          3 måneder efter 18-03-2024 → 18-06-2024, en tirsdag.
                          Grundlag: barnets lov § 95 (reglerne fra 2024), lovens frist
                          Lukkes, når: opfølgningen er holdt, med svar på, om indsatsen
                          skal ændres og planen revideres
                          04-06-2024 tidlig påmindelse til sagsbehandleren (as12): sendt
                          14-06-2024 påmindelse til sagsbehandleren (as12): sendt
                          18-06-2024 på fristdagen til sagsbehandleren (as12): sendt
                          19-06-2024 efter fristen til sagsbehandleren (as12) og til
                          teamlederen (ts11): sendt
                          02-07-2024 eskalering til teamlederen og til lederen
            """.ReplaceLineEndings("\n"),
            Trimmed());
    }

    [Fact]
    public async Task Terminal_page_and_JSON_tell_the_same()
    {
        PlacementExplanation explanation = JsonSerializer.Deserialize<PlacementExplanation>(await Json.Value, ApiJson.Options)!;
        ExplanationTable.Show(Screen.Over(output, errors, plain: true), explanation);
        string terminal = Flat(output.ToString());
        IDocument page = MailSamples.Open(await MailSamples.Renderer.RenderAsync<PlacementPage>(explanation));

        Assert.True(explanation.Obligations.Count > 25);
        Assert.Equal(explanation.Obligations.Select(duty => duty.Title), page.QuerySelectorAll(".duty h3").Select(title => title.TextContent));
        string shown = Flat(page.Body!.TextContent);
        Assert.All(explanation.Obligations, duty => Assert.All(
            [.. duty.Arithmetic, duty.Title, DutyWords.Basis(duty), DutyWords.Awaits(duty), DutyWords.Anchor(duty.Anchor), DutyWords.Standing(duty, explanation.AsOf), .. duty.Defects.Select(defect => defect.Text)],
            text =>
            {
                Assert.Contains(Flat(text), terminal);
                Assert.Contains(Flat(text), shown);
            }));
    }

    [Fact]
    public async Task JSON_has_ISO_dates_and_the_words_of_the_files()
    {
        JsonElement root = JsonDocument.Parse(await Json.Value).RootElement;
        JsonElement review = root.GetProperty("obligations").EnumerateArray().Single(duty => duty.GetProperty("duty").GetString() == "first-review");

        Assert.Equal("999/S-2024-101", root.GetProperty("placement").GetString());
        Assert.Equal("2024-06-19", root.GetProperty("asOf").GetString());
        Assert.Equal(("Statute", "statutory", "C", "Overdue", "2024-06-18"), (Text(review, "kind"), Text(review, "term"), Text(review, "regime"), Text(review, "status"), Text(review, "due")));
        Assert.Equal(("placement.started", "2024-03-18", "2024-03-13"), (Text(review.GetProperty("anchor"), "event"), Text(review.GetProperty("anchor"), "on"), Text(review.GetProperty("anchor"), "receivedOn")));
        JsonElement[] steps = [.. review.GetProperty("steps").EnumerateArray()];
        Assert.Equal(["remind-early", "remind", "due", "overdue", "overdue", "escalate", "escalate"], steps.Select(step => Text(step, "step")));
        Assert.Equal(("sent", "as12", "2024-06-04T07:00:00+02:00"), (Text(steps[0], "state"), Text(steps[0], "recipient"), Text(steps[0], "sentAt")));
        Assert.Equal(("to-come", "manager"), (Text(steps[^1], "state"), Text(steps[^1], "role")));
        Assert.False(steps[^1].TryGetProperty("recipient", out _));
    }

    [Fact]
    public void Of_steps_that_fall_together_only_the_highest_is_to_come()
    {
        CaseBuilder log = new CaseBuilder().Decided("2026-01-05", at: "2026-05-01 12:00").Started("2026-01-05", at: "2026-05-01 12:00");
        var today = new LocalDate(2026, 5, 1);
        PlacementExplanation explanation = Explainer.Of(new PlacementView(CaseBuilder.Key, today, log.Fold(), log.On("2026-05-01"), []));

        Assert.Equal(
            ["RemindEarly 04-05-2026 Superseded", "Remind 04-05-2026 Superseded", "Due 04-05-2026 ToCome", "Overdue 05-05-2026 ToCome", "Overdue 05-05-2026 ToCome", "Escalate 19-05-2026 ToCome", "Escalate 19-05-2026 ToCome"],
            explanation.Obligations.Single(duty => duty.Duty == "first-review").Steps.Select(step => $"{step.Step} {DanishDates.Short(step.Day)} {step.State}"));
    }

    [Fact]
    public async Task A_case_seen_from_an_earlier_day_knows_nothing_of_what_came_later()
    {
        await RunAsync("explain", OneChild, "--on", "2024-03-10", "--json");
        PlacementExplanation early = JsonSerializer.Deserialize<PlacementExplanation>(output.ToString(), ApiJson.Options)!;

        Assert.Null(early.StartedOn);
        Assert.DoesNotContain(early.Obligations, duty => duty.Duty == "first-review");
        Assert.All(early.Obligations, duty => Assert.NotEqual(ObligationStatus.MetLate, duty.Status));
    }

    [Theory]
    [InlineData("--placement P-9", "har ingen hændelser om P-9. Nærmest er: 101/P-1, 101/P-2.")]
    [InlineData("--placement 101/P-11", "har ingen hændelser om 101/P-11. Nærmest er: 101/P-1, 101/P-2, 102/P-1.")]
    [InlineData("--placement P-1", "P-1 findes i flere kommuner: skriv kommunen med, 101/P-1 eller 102/P-1.")]
    [InlineData("--on 2024-03-05", "har 3 anbringelser: vælg én med --placement, fx 101/P-1, 101/P-2, 102/P-1.")]
    [InlineData("--placement P-2 --on 31-02-2024", "--on: '31-02-2024' er ikke en dato; skriv den som 2026-06-30 eller 30-06-2026.")]
    [InlineData("--placement P-2 --on 2024-03-03", "--on 03-03-2024 ligger før den første hændelse den 04-03-2024: vælg en senere dag.")]
    [InlineData("--placement P-2 --url http://localhost:7071", "Angiv enten FIL eller --url/--data: en fil forklares for sig, uden tjenesten.")]
    public async Task A_placement_that_cannot_be_found_ends_with_one_sentence_and_exit_code_2(string options, string sentence)
    {
        Assert.Equal(2, await RunAsync(["explain", ThreePlacements(), .. options.Split(' ')]));
        Assert.EndsWith(sentence, errors.ToString().TrimEnd());
        Assert.Empty(output.ToString());
    }

    [Fact]
    public async Task A_reference_of_one_municipality_needs_no_municipality()
    {
        Assert.Equal(0, await RunAsync("explain", ThreePlacements(), "--placement", "P-2", "--on", "2024-03-05"));
        Assert.StartsWith("Sag 101/P-2 set fra tirsdag den 5. marts 2024", output.ToString());
    }

    [Theory]
    [InlineData(2, "", "Skriv, hvilken anbringelse tjenesten skal forklare, fx --placement 101/P-7, eller peg på en FIL.")]
    [InlineData(2, "--placement P-7", "--placement: 'P-7' er ikke en anbringelse; skriv kommunens tre cifre og sagens reference, fx 101/P-7.")]
    [InlineData(2, "--placement 101/P-7 --url hjemme --data DATA", "--url: 'hjemme' er ikke en adresse; skriv fx http://localhost:7071.")]
    [InlineData(2, "--placement 101/P-7 --data DATA/andet", "peg på dens datamappe med --data, eller skriv --url og RETTIDIG_KEY.")]
    [InlineData(1, "--placement 101/P-7 --url http://localhost:1 --data DATA", "Tjenesten på http://localhost:1/ svarer ikke: start den med ./run.sh, eller ret adressen med --url.")]
    public async Task A_service_that_cannot_be_asked_is_said_to_be_away(int code, string options, string sentence)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "token"), "0123456789abcdef");
        string[] args = ["explain", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

        Assert.Equal(code, await RunAsync([.. args.Select(arg => arg.Replace("DATA", folder.FullName, StringComparison.Ordinal))]));
        Assert.EndsWith(sentence, errors.ToString().TrimEnd());
    }

    private Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, Screen.Over(output, errors, plain: true));

    /// <summary>The one child as three: P-1 in two municipalities and P-2 in one.</summary>
    private string ThreePlacements()
    {
        string path = Path.Combine(folder.FullName, "tre.jsonl");
        string[] lines = [.. File.ReadLines(OneChild).Where(line => !line.Contains("/staff/", StringComparison.Ordinal))];
        File.WriteAllLines(path, new[] { "101/P-1", "102/P-1", "101/P-2" }.SelectMany(subject => lines.Select(line => line.Replace("999/S-2024-101", subject, StringComparison.Ordinal))));
        return path;
    }

    private string Trimmed() => string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd()));

    /// <summary>Without blanks and what tables are drawn with, so that folded lines compare.</summary>
    private static string Flat(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
