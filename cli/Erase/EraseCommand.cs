using System.CommandLine;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;
using Rettidig.Domain;
using Rettidig.Functions.Erasure;

namespace Rettidig.Cli.Erase;

/// <summary><c>rettidig erase SAG --yes</c>: takes away everything the service holds about a placement, for good.</summary>
internal static class EraseCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What is running ends in seconds; a service that needs longer than this is not well.</summary>
    private const int MostTries = 60;

    private static readonly ServiceOptions Asked = new();

    private static readonly Option<bool> Yes = new("--yes") { Description = "Slet. Uden: intet slettes, og kommandoen siger, hvad den ville gøre." };

    public static Command Create(Screen screen)
    {
        var command = new Command("erase", "Slet alt, hvad Rettidig har om en anbringelse. Det kan ikke gøres om. Tilbage bliver et tal og et aftryk, som kun genkendes af den, der har referencen, så en sen hændelse ikke begynder sagen igen.");
        Asked.AddTo(command);
        command.Add(Yes);
        command.SetAction((parsed, cancellation) => RunAsync(screen, parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        PlacementKey placement = Asked.Placement(parsed);
        ServiceAddress service = Asked.Service(parsed);
        if (!parsed.GetValue(Yes))
        {
            await RunningService.ExportAsync(service, placement, cancellation);
            screen.Paragraph($"Alt om {placement.Subject} på {service.Root} ville blive slettet og kan ikke hentes tilbage. Gem det først, hvis det skal bruges: rettidig export {placement.Subject} --out FIL. Skriv kommandoen igen med --yes for at slette.");
            return 0;
        }

        int rows = await EraseAsync(service, placement, cancellation);
        screen.Paragraph(rows == 0
            ? $"Der er intet om {placement.Subject} mere; det er slettet tidligere."
            : $"Alt om {placement.Subject} er slettet ({Words.Count(rows, "række", "rækker")}). Mails, der er sendt, og hændelser, fagsystemet har, er ikke berørt; se docs/drift.md.");
        return 0;
    }

    /// <summary>Once more after nothing is left: a look that was on its way may have written meanwhile.</summary>
    private static async Task<int> EraseAsync(ServiceAddress service, PlacementKey placement, CancellationToken cancellation)
    {
        int rows = 0;
        for (int tries = 0; tries < MostTries; tries++)
        {
            ErasureReport report = await RunningService.EraseAsync(service, placement, cancellation);
            rows += report.Rows;
            if (report is { Done: true, Rows: 0 })
            {
                return rows;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }

        throw Refused.AsItWent($"Der kommer stadig nyt om {placement.Subject}: se efter, om fagsystemet sender hændelser om den, og kør kommandoen igen.");
    }
}
