using System.CommandLine;
using NodaTime;
using Rettidig.Cli.DryRun;
using Rettidig.Cli.Events;
using Rettidig.Cli.Results;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Simulate;

/// <summary><c>rettidig simulate FIL</c>: what Rettidig would have done with these events, in seconds instead of years.</summary>
internal static class SimulateCommand
{
    private static readonly Argument<string?> FileName = new("fil")
    {
        HelpName = "FIL",
        Description = "En fil med én hændelse pr. linje (JSON Lines, CloudEvents 1.0).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Until = new("--until")
    {
        HelpName = "DATO",
        Description = "Sidste dag, fx 2026-06-30. Uden: 12 måneder efter den sidste hændelse.",
    };

    private static readonly Option<string> Out = new("--out")
    {
        HelpName = "MAPPE",
        Description = "Hvor resultatet skrives. Uden: out/ og filens navn.",
    };

    public static Command Create(Screen screen, TimeProvider time)
    {
        var command = new Command("simulate", "Afspil hændelserne i en fil i simuleret tid, og skriv frister, påmindelser og mails til en mappe; eller vis med --dry-run, hvad tjenesten vil sende. Intet forlader maskinen.")
        {
            FileName,
            Until,
            Out,
        };
        foreach (Option option in DryRunCommand.Options)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) => parsed.GetValue(DryRunCommand.DryRun) ? DryRunAsync(screen, time, parsed, cancellation) : RunAsync(screen, parsed, cancellation));
        return command;
    }

    private static Task<int> DryRunAsync(Screen screen, TimeProvider time, ParseResult parsed, CancellationToken cancellation) =>
        (parsed.GetValue(FileName) ?? parsed.GetValue(Until) ?? parsed.GetValue(Out)) is null
            ? DryRunCommand.RunAsync(screen, time, parsed, cancellation)
            : throw Refused.AsWritten("--dry-run ser på tjenestens egne data: udelad FIL, --until og --out. Antal dage skrives med --days.");

    private static async Task<int> RunAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        if (DryRunCommand.Given(parsed) is { } stray)
        {
            throw Refused.AsWritten($"{stray} hører til --dry-run. Se rettidig simulate --help.");
        }

        string file = parsed.GetValue(FileName) ?? throw Refused.AsWritten("FIL mangler. Se rettidig simulate --help.");
        LocalDate? until = DayOption.Read("--until", parsed.GetValue(Until));
        Timeline timeline = Timeline.Of(EventFile.Read(file, cancellation), file, until);
        var folder = ResultFolder.At(parsed.GetValue(Out) ?? Path.Combine("out", Path.GetFileNameWithoutExtension(file)));

        using var log = new FaultLog(CommandLine.IsVerbose(parsed) ? Console.Error : null);
        await using SimulatedService service = await SimulatedService.StartAsync(timeline, RulesBeside.Folder(file), log);
        Outcome outcome = await screen.ProgressAsync(progress => Playback.RunAsync(service, timeline, progress, cancellation));
        folder.Replace(staging => ResultFiles.Write(staging, outcome, Path.GetFileName(file)));
        Summary.Show(screen, outcome, folder.Path);
        return Complaints.Show(screen, outcome.DeadLetters, log) ? 1 : 0;
    }
}
