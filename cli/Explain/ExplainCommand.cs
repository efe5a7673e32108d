using System.CommandLine;
using System.Text.Json;
using NodaTime;
using Rettidig.Cli.Service;
using Rettidig.Cli.Simulate;
using Rettidig.Cli.Terminal;
using Rettidig.Functions.Api;
using Rettidig.Functions.Explanations;

namespace Rettidig.Cli.Explain;

/// <summary><c>rettidig explain</c>: why a placement owes what it owes, from a file of events or from the running service.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string?> FileName = new("fil")
    {
        HelpName = "FIL",
        Description = "En fil med hændelser (JSON Lines). Uden: tjenesten spørges.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Placement = new("--placement")
    {
        HelpName = "SAG",
        Description = "Anbringelsen, fx 101/P-7. Kan udelades, når filen kun har én; kommunen kan udelades, når filen kun har den i én.",
    };

    private static readonly Option<string?> On = new("--on")
    {
        HelpName = "DATO",
        Description = "Den dag, sagen ses fra, fx 2026-06-30. Uden: i dag; for en fil dagen for den sidste hændelse.",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Skriv det hele som JSON (docs/forklaring.md)." };

    private static readonly Option<string?> Url = new("--url")
    {
        HelpName = "URL",
        Description = $"Tjenestens adresse. Uden: den, der står i datamappen. Nøglen tages fra {ServiceAddress.KeyVariable}, ellers fra datamappen.",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        HelpName = "MAPPE",
        Description = $"Tjenestens datamappe. Uden: {ServiceAddress.DefaultData}.",
    };

    public static Command Create(Screen screen)
    {
        var command = new Command("explain", "Forklar en anbringelses frister: hvad de tæller fra, hvordan de er regnet ud, hvor de står, hvordan de er løst, og hvem der er mindet om dem. Fra en fil eller fra tjenesten.")
        {
            FileName,
            Placement,
            On,
            Json,
            Url,
            Data,
        };
        command.SetAction((parsed, cancellation) => RunAsync(screen, parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        LocalDate? on = DayOption.Read("--on", parsed.GetValue(On));
        (PlacementExplanation explanation, bool isWhole) = parsed.GetValue(FileName) is { } file
            ? await OfFileAsync(screen, parsed, file, on, cancellation)
            : (await OfServiceAsync(parsed, on, cancellation), true);
        if (parsed.GetValue(Json))
        {
            screen.Line(JsonSerializer.Serialize(explanation, ApiJson.Indented));
        }
        else
        {
            ExplanationTable.Show(screen, explanation);
        }

        return isWhole ? 0 : 1;
    }

    private static Task<(PlacementExplanation Explanation, bool IsWhole)> OfFileAsync(Screen screen, ParseResult parsed, string file, LocalDate? on, CancellationToken cancellation) =>
        (parsed.GetValue(Url) ?? parsed.GetValue(Data)) is null
            ? FileCase.ExplainAsync(screen, file, parsed.GetValue(Placement), on, cancellation)
            : throw Refused.AsWritten("Angiv enten FIL eller --url/--data: en fil forklares for sig, uden tjenesten.");

    private static Task<PlacementExplanation> OfServiceAsync(ParseResult parsed, LocalDate? on, CancellationToken cancellation)
    {
        string placement = parsed.GetValue(Placement)
            ?? throw Refused.AsWritten("Skriv, hvilken anbringelse tjenesten skal forklare, fx --placement 101/P-7, eller peg på en FIL.");
        if (!Domain.PlacementKey.TryParse(placement, out Domain.PlacementKey key))
        {
            throw Refused.AsWritten($"--placement: '{placement}' er ikke en anbringelse; skriv kommunens tre cifre og sagens reference, fx 101/P-7.");
        }

        return RunningService.ExplainAsync(ServiceAddress.Find(parsed.GetValue(Url), parsed.GetValue(Data)), key, on, cancellation);
    }
}
