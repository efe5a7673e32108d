using System.CommandLine;
using System.Text.Json.Nodes;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;
using Rettidig.Functions.Erasure;

namespace Rettidig.Cli.Erase;

/// <summary><c>rettidig erase HVEM --yes</c>: takes away everything the service holds about a placement or one of the staff, for good.</summary>
internal static class EraseCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What is running ends in seconds; a service that needs longer than this is not well.</summary>
    private const int MostTries = 60;

    private static readonly ServiceOptions Asked = new();

    private static readonly Option<bool> Yes = new("--yes") { Description = "Slet. Uden: intet slettes, og kommandoen siger, hvad den ville gøre." };

    public static Command Create(Screen screen)
    {
        var command = new Command("erase", "Slet alt, hvad Rettidig har om en anbringelse eller en medarbejder. Det kan ikke gøres om. Af en anbringelse bliver et tal og et aftryk, som kun genkendes af den, der har referencen, tilbage, så en sen hændelse ikke begynder sagen igen.");
        Asked.AddTo(command);
        command.Add(Yes);
        command.SetAction((parsed, cancellation) => RunAsync(screen, parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        DataSubject subject = Asked.Subject(parsed);
        ServiceAddress service = Asked.Service(parsed);
        if (!parsed.GetValue(Yes))
        {
            string held = await RunningService.ExportAsync(service, subject, cancellation);
            screen.Paragraph($"Alt om {subject.Name} på {service.Root} ville blive slettet og kan ikke hentes tilbage. Gem det først, hvis det skal bruges: rettidig export {subject.Name} --out FIL. Skriv kommandoen igen med --yes for at slette.");
            if (JsonNode.Parse(held)?["openPlacements"]?.AsArray() is { Count: > 0 } open)
            {
                screen.Paragraph($"{subject.Name} er sagsbehandler på {Words.Count(open.Count, "åben anbringelse", "åbne anbringelser")}. Påmindelserne går til den næste i rækken, til fagsystemet siger, hvem der har overtaget.");
            }

            return 0;
        }

        int rows = await EraseAsync(service, subject, cancellation);
        screen.Paragraph(rows == 0
            ? $"Der er intet om {subject.Name} mere; det er slettet tidligere."
            : $"Alt om {subject.Name} er slettet ({Words.Count(rows, "række", "rækker")}). Mails, der er sendt, og hændelser, fagsystemet har, er ikke berørt; se docs/drift.md.{(subject.IsStaff && rows > 0 ? " Anbringelsers hændelser og påmindelser nævner stadig medarbejderens id; de slettes med anbringelsen." : "")}");
        return 0;
    }

    /// <summary>Once more after nothing is left: a look that was on its way may have written meanwhile.</summary>
    private static async Task<int> EraseAsync(ServiceAddress service, DataSubject subject, CancellationToken cancellation)
    {
        int rows = 0;
        for (int tries = 0; tries < MostTries; tries++)
        {
            ErasureReport report = await RunningService.EraseAsync(service, subject, cancellation);
            rows += report.Rows;
            if (report is { Done: true, Rows: 0 })
            {
                return rows;
            }

            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }

        throw Refused.AsItWent($"Der kommer stadig nyt om {subject.Name}: se efter, om fagsystemet sender hændelser om den, og kør kommandoen igen.");
    }
}
