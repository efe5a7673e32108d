using System.CommandLine;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;
using Rettidig.Functions.Departures;

namespace Rettidig.Cli.Municipality;

/// <summary><c>rettidig municipality list|show|export|erase|restore</c>: a municipality that moves, or is put back from a copy.</summary>
internal static class MunicipalityCommand
{
    private static readonly Argument<string> Number = new("kommune")
    {
        HelpName = "KOMMUNE",
        Description = "Kommunens tre cifre, fx 101.",
    };

    private static readonly ServiceOptions Asked = new();

    private static readonly Option<string> Out = new("--out")
    {
        HelpName = "MAPPE",
        Description = "En ny mappe, der skrives til; kun du kan læse filerne.",
        Required = true,
    };

    private static readonly Option<bool> Yes = new("--yes") { Description = "Slet. Uden: intet slettes, og kommandoen tæller, hvad den ville slette." };

    private static readonly Option<string> From = new("--from")
    {
        HelpName = "MAPPE",
        Description = "Mappen, som 'rettidig municipality export' skrev.",
        Required = true,
    };

    private static readonly Option<bool> Put = new("--yes") { Description = "Læg tilbage. Uden: intet skrives, og kommandoen tæller, hvad den ville lægge tilbage." };

    public static Command Create(Screen screen)
    {
        var command = new Command("municipality", "Se, udlever, slet eller læg alt tilbage, hvad Rettidig har om en kommune; eller se, hvilke kommuner der er.")
        {
            All("list", "Skriv numrene på alle kommuner, et på hver linje, fx til en kopi af hver om natten.", (service, cancellation) => ListAsync(screen, service, cancellation)),
            Sub("show", "Tæl, hvad Rettidig har om kommunen. Intet ændres.", (service, number, parsed, cancellation) => ShowAsync(screen, service, number, cancellation)),
            Sub("export", "Skriv alt om kommunen: hændelserne, som de kom, så en anden installation kan tage imod dem med 'rettidig send', og hver række i hver tabel.", (service, number, parsed, cancellation) => ExportAsync(screen, service, number, parsed.GetValue(Out)!, cancellation), Out),
            Sub("erase", "Slet alt om kommunen: anbringelser, medarbejdere, ugeoversigter, valg, påmindelser og forløb. Det kan ikke gøres om.", (service, number, parsed, cancellation) => EraseAsync(screen, service, number, parsed.GetValue(Yes), cancellation), Yes),
            Sub("restore", "Læg en kopi af en kommune tilbage efter et tab, eller i en anden installation: alt er, som det var, også hvad der er sendt, så intet sendes to gange.", (service, number, parsed, cancellation) => RestoreAsync(screen, service, number, parsed.GetValue(From)!, parsed.GetValue(Put), cancellation), From, Put),
        };
        command.SetAction(parsed => DanishHelp.Write(screen, command));
        return command;
    }

    private static Command All(string name, string description, Func<ServiceAddress, CancellationToken, Task<int>> work)
    {
        var command = new Command(name, description);
        Asked.AddAddressTo(command);
        command.SetAction((parsed, cancellation) => work(Asked.Service(parsed), cancellation));
        return command;
    }

    private static Command Sub(string name, string description, Func<ServiceAddress, string, ParseResult, CancellationToken, Task<int>> work, params Option[] options)
    {
        var command = new Command(name, description) { Number };
        foreach (Option option in options)
        {
            command.Add(option);
        }

        Asked.AddAddressTo(command);
        command.SetAction((parsed, cancellation) => work(Asked.Service(parsed), NumberOf(parsed), parsed, cancellation));
        return command;
    }

    private static string NumberOf(ParseResult parsed) => parsed.GetValue(Number)! is { Length: 3 } number && number.All(char.IsAsciiDigit)
        ? number
        : throw Refused.AsWritten($"'{parsed.GetValue(Number)}' er ikke en kommune; skriv dens tre cifre, fx 101.");

    /// <summary>Nothing but the numbers on the one stream: a script goes through them.</summary>
    private static async Task<int> ListAsync(Screen screen, ServiceAddress service, CancellationToken cancellation)
    {
        IReadOnlyList<string> numbers = await RunningService.MunicipalitiesAsync(service, cancellation);
        foreach (string number in numbers)
        {
            screen.Line(number);
        }

        if (numbers.Count == 0)
        {
            screen.Error($"Der er ingen kommuner på {service.Root} endnu.");
        }

        return 0;
    }

    private static async Task<int> ShowAsync(Screen screen, ServiceAddress service, string number, CancellationToken cancellation)
    {
        HoldingsScreen.Write(screen, await RunningService.CountAsync(service, number, cancellation));
        return 0;
    }

    private static async Task<int> ExportAsync(Screen screen, ServiceAddress service, string number, string folder, CancellationToken cancellation)
    {
        MunicipalityCount count = await RunningService.CountAsync(service, number, cancellation);
        if (count.Rows == 0)
        {
            throw Refused.AsWritten($"Der er intet om {number} på {service.Root}: se efter, at kommunekoden er rigtig.");
        }

        (int events, int rows) = await Handover.WriteAsync(screen, service, count, folder, cancellation);
        screen.Paragraph($"{Words.Count(events, "hændelse", "hændelser")} ligger i {Path.Combine(folder, Handover.Events)}, og alle {Words.Count(rows, "række", "rækker")} i {Path.Combine(folder, Handover.Rows)}. Det er personoplysninger: slet mappen, når den er udleveret.");
        return 0;
    }

    private static async Task<int> EraseAsync(Screen screen, ServiceAddress service, string number, bool yes, CancellationToken cancellation)
    {
        MunicipalityCount count = await RunningService.CountAsync(service, number, cancellation);
        if (!yes)
        {
            HoldingsScreen.Write(screen, count);
            screen.Paragraph($"Alt dette på {service.Root} ville blive slettet og kan ikke hentes tilbage. Udlever det først: rettidig municipality export {number} --out MAPPE. Skriv kommandoen igen med --yes for at slette.");
            return 0;
        }

        (int rows, int instances) = await Leaving.EraseAsync(screen, service, count, cancellation);
        screen.Paragraph(rows + instances == 0
            ? $"Der er intet om {number} mere; det er slettet tidligere."
            : $"Alt om {number} er slettet: {Words.Count(rows, "række", "rækker")} og {Words.Count(instances, "forløb", "forløb")}. Mails, der er sendt, det, der er lagt til side på Service Bus, og sikkerhedskopier er ikke berørt; se docs/drift.md.");
        if (count.HasSettings)
        {
            screen.Paragraph($"Tjenesten har stadig {number}.json blandt sine regler: fjern filen, ellers skrives kommunens valg igen, næste gang tjenesten starter.");
        }

        return 0;
    }

    private static async Task<int> RestoreAsync(Screen screen, ServiceAddress service, string number, string folder, bool yes, CancellationToken cancellation)
    {
        Copy copy = Copy.Open(folder, number);
        MunicipalityCount here = await RunningService.CountAsync(service, number, cancellation);
        if (here.Tables.ContainsKey("Municipalities"))
        {
            throw Refused.AsWritten($"{number} er der allerede på {service.Root}, med {Words.Count(here.Rows, "række", "rækker")}. Kopien lægges ikke oven i det, der er: slet det først med 'rettidig municipality erase {number}', hvis kopien er det rigtige.");
        }

        if (!yes)
        {
            HoldingsScreen.Write(screen, new MunicipalityCount(number, copy.Placements, copy.Tables, 0, here.HasSettings));
            screen.Paragraph($"Alt dette ville blive lagt tilbage på {service.Root}. Skriv kommandoen igen med --yes.");
            return 0;
        }

        await Returning.PutAsync(screen, service, number, copy, cancellation);
        screen.Paragraph($"{Words.Count(copy.Rows, "række", "rækker")} om {number} er lagt tilbage. Genstart tjenesten, så den kender kommunens valg; inden for en halv time følges alle åbne anbringelser igen. Bed fagsystemet sende de hændelser igen, der er kommet siden kopien, og slet igen det, der er slettet siden.");
        return 0;
    }
}
