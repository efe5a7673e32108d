using System.CommandLine;
using System.Text;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using NodaTime;
using Rettidig.Cli.Events;
using Rettidig.Cli.Simulate;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Reports;
using Rettidig.Functions.Reports;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Cli.Reporting;

/// <summary><c>rettidig report [FIL]</c>: Ankestyrelsen's tables for one's own caseload, from the service's store or from a file.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string?> FileName = new("fil")
    {
        HelpName = "FIL",
        Description = "En fil med én hændelse pr. linje. Uden: de sager, tjenesten har, også mens den kører.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> On = new("--on")
    {
        HelpName = "DATO",
        Description = "Opgørelsesdagen, fx 2025-12-31. Uden: i dag; for en fil dagen for den sidste hændelse.",
    };

    private static readonly Option<string> Municipality = new("--municipality") { HelpName = "KODE", Description = "Kun denne kommune, fx 101." };

    private static readonly Option<string> From = new("--from") { HelpName = "DATO", Description = "Kun anbringelser med afgørelse denne dag eller senere." };

    private static readonly Option<string> To = new("--to") { HelpName = "DATO", Description = "Kun anbringelser med afgørelse denne dag eller før." };

    private static readonly Option<string> Cases = new("--cases")
    {
        HelpName = "FIL",
        Description = "Kun anbringelserne i denne fil, én pr. linje, som 999/S-2024-001.",
    };

    private static readonly Option<string> Format = new("--format") { HelpName = "FORM", Description = $"{ReportFormat.Names}. Uden: {ReportFormat.All[0].Name}." };

    private static readonly Option<string> Out = new("--out") { HelpName = "FIL", Description = "Filen, rapporten skrives til. Uden: skærmen." };

    private static readonly Option<string> Data = new("--data") { HelpName = "MAPPE", Description = "Tjenestens datamappe. Uden: den, indstillingerne siger, ellers ./data." };

    public static Command Create(Screen screen)
    {
        var command = new Command("report", "Ankestyrelsens tabeller for egne sager: støtte til forældrene, barnets plan, udlevering og opfølgning. Hvert tal står med, hvad det er en andel af.")
        {
            FileName,
            On,
            Municipality,
            From,
            To,
            Cases,
            Format,
            Out,
            Data,
        };
        command.SetAction((parsed, cancellation) => RunAsync(screen, parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        ReportFormat format = FormatOf(parsed.GetValue(Format));
        string? file = parsed.GetValue(FileName);
        Report report = file is null
            ? await CountStoreAsync(screen, parsed, cancellation)
            : CountFile(file, parsed, cancellation);
        string text = format.Write(new ReportDocument(report, file is null ? null : Path.GetFileName(file)));
        if (parsed.GetValue(Out) is { } target)
        {
            WriteFile(target, text, format);
            screen.Line($"{Words.Count(report.Placements, "anbringelse", "anbringelser")} opgjort i {target}.");
        }
        else
        {
            screen.Output.Profile.Out.Writer.Write(text);
        }

        return 0;
    }

    private static Report CountFile(string file, ParseResult parsed, CancellationToken cancellation)
    {
        var caseload = new FileCaseload(EventFile.Read(file, cancellation), RulesBeside.Books(file));
        Report report = caseload.Count(ScopeOf(parsed, caseload.LastDay), cancellation);
        UnknownCases.Refuse(report, $"i {Path.GetFileName(file)}", caseload.Municipalities);
        return report;
    }

    private static async Task<Report> CountStoreAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        string[] settings = parsed.GetValue(Data) is { } data ? [$"--SelfHost:Data={data}"] : [];
        IConfiguration configuration = FunctionsApplication.CreateBuilder(settings).Configuration;
        RequireData(configuration["Storage"]);
        ReportScope scope = ScopeOf(parsed, CopenhagenTime.DateOf(Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow())));
        CaseloadReports reports = await StoredCaseload.OpenAsync(configuration, TimeProvider.System, cancellation);
        Report report = await screen.ProgressAsync(progress =>
            reports.CountAsync(scope, seen => progress(0, $"{Words.Count(seen, "anbringelse", "anbringelser")} set"), cancellation));
        UnknownCases.Refuse(report, "i tjenestens data", reports.Municipalities);
        return report;
    }

    /// <summary>Opening a file that is not there would make it.</summary>
    private static void RequireData(string? connection)
    {
        if (connection is not null && connection.StartsWith(EmbeddedDefaults.ConnectionPrefix, StringComparison.Ordinal) && connection[EmbeddedDefaults.ConnectionPrefix.Length..] is var file && !File.Exists(file))
        {
            throw Refused.AsWritten($"Der er ingen data i {Path.GetDirectoryName(file)}: nævn tjenestens datamappe med --data, eller en fil med hændelser.");
        }
    }

    private static ReportScope ScopeOf(ParseResult parsed, LocalDate otherwise) => new(DayOption.Read("--on", parsed.GetValue(On)) ?? otherwise)
    {
        Municipality = MunicipalityOf(parsed.GetValue(Municipality)),
        DecidedFrom = DayOption.Read("--from", parsed.GetValue(From)),
        DecidedTo = DayOption.Read("--to", parsed.GetValue(To)),
        Selected = SelectedCases.Read(parsed.GetValue(Cases)),
    };

    private static string? MunicipalityOf(string? code) => code is null || (code.Length == 3 && code.All(char.IsAsciiDigit))
        ? code
        : throw Refused.AsWritten($"--municipality: '{code}' er ikke en kommune; skriv koden på tre cifre, fx 101.");

    private static ReportFormat FormatOf(string? name) => name is null
        ? ReportFormat.All[0]
        : ReportFormat.All.FirstOrDefault(format => format.Name == name)
            ?? throw Refused.AsWritten($"--format: '{name}' er ikke en form, rapporten kan skrives i; vælg en af {ReportFormat.Names}.");

    /// <summary>A spreadsheet takes a file for Danish only when it begins with a mark that it is UTF-8.</summary>
    private static void WriteFile(string file, string text, ReportFormat format)
    {
        try
        {
            File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: format.Name == "csv"));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsItWent($"Rapporten kan ikke skrives i {file}: vælg en fil, som du må skrive, i en mappe, der findes, og hvor der er plads.");
        }
    }
}
