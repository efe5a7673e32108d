using System.CommandLine;
using System.CommandLine.Help;
using Rettidig.Cli.Costs;
using Rettidig.Cli.Doctor;
using Rettidig.Cli.Duties;
using Rettidig.Cli.DeadLetters;
using Rettidig.Cli.Erase;
using Rettidig.Cli.Explain;
using Rettidig.Cli.Export;
using Rettidig.Cli.Municipality;
using Rettidig.Cli.Reporting;
using Rettidig.Cli.Schemas;
using Rettidig.Cli.Reconsider;
using Rettidig.Cli.Send;
using Rettidig.Cli.Settings;
using Rettidig.Cli.Simulate;
using Rettidig.Cli.Start;
using Rettidig.Functions.Settings;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Cli.Terminal;

/// <summary>The commands, and what every one of them has in common: help, exit codes, errors in one sentence.</summary>
public static class CommandLine
{
    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Vis tekniske detaljer, når noget går galt.",
        Recursive = true,
    };

    /// <summary>Runs a command; 0 when it went well, 2 when it or its file was wrong, 1 when it could not be carried out.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Screen screen, TimeProvider? time = null)
    {
        ParseResult parsed = Root(screen, time ?? TimeProvider.System).Parse(args);
        using var interruption = new Interruption();
        try
        {
            if (ParseFaults.Of(parsed) is { } fault)
            {
                throw Refused.AsWritten(fault);
            }

            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await interruption.RunAsync(cancellation => parsed.InvokeAsync(configuration, cancellation));
        }
        catch (Refused refused)
        {
            screen.Error(refused.Message);
            return refused.ExitCode;
        }
        catch (OperationCanceledException)
        {
            screen.Error("Afbrudt.");
            return interruption.ExitCode;
        }
        catch (Exception failure)
        {
            screen.Error(Sentence(failure, parsed.GetValue(Verbose)));
            return 1;
        }
    }

    /// <summary>Whether the person asked for technical details.</summary>
    internal static bool IsVerbose(ParseResult parsed) => parsed.GetValue(Verbose);

    private static RootCommand Root(Screen screen, TimeProvider time)
    {
        var root = new RootCommand("Rettidig holder fristerne for børn, der er anbragt uden for hjemmet.")
        {
            StartCommand.Create(screen),
            SendCommand.Create(screen),
            SimulateCommand.Create(screen, time),
            ExplainCommand.Create(screen),
            ReportCommand.Create(screen),
            DutiesCommand.Create(screen),
            ExportCommand.Create(screen),
            EraseCommand.Create(screen),
            MunicipalityCommand.Create(screen),
            SchemasCommand.Create(screen),
            ReconsiderCommand.Create(screen),
            SettingsCommand.Create(screen),
            DeadLetterCommand.Create(screen),
            CostCommand.Create(screen),
            DoctorCommand.Create(screen, time),
            Verbose,
        };
        foreach (Option own in root.Options.Where(option => option is HelpOption or VersionOption))
        {
            own.Description = own is HelpOption ? "Vis denne hjælp." : "Vis versionen.";
        }

        root.Options.OfType<HelpOption>().Single().Action = new DanishHelp(screen);
        root.SetAction(parsed => DanishHelp.Write(screen, parsed.CommandResult.Command));
        return root;
    }

    private static string Sentence(Exception failure, bool verbose) => failure switch
    {
        _ when verbose => failure.ToString(),
        EmbeddedHostException or StoreException or SettingException => failure.Message,
        _ when DataFolder.IsFull(failure) => "Disken er fuld: gør plads, og kør kommandoen igen.",
        _ => $"Der skete en uventet fejl: {failure.Message} Prøv igen med --verbose for at se detaljerne.",
    };
}
