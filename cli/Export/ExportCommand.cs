using System.CommandLine;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Export;

/// <summary><c>rettidig export HVEM</c>: everything the service holds about a placement or one of the staff, for a request of access.</summary>
internal static class ExportCommand
{
    private static readonly ServiceOptions Asked = new();

    private static readonly Option<string?> Out = new("--out")
    {
        HelpName = "FIL",
        Description = "Filen, der skrives; kun du kan læse den. Uden: skærmen.",
    };

    public static Command Create(Screen screen)
    {
        var command = new Command("export", "Skriv alt, hvad Rettidig har om en anbringelse eller en medarbejder, som JSON: hændelserne, som de kom, fristerne, påmindelserne og forløbet; om en medarbejder det, fagsystemet har sagt, og det, der er sendt.");
        Asked.AddTo(command);
        command.Add(Out);
        command.SetAction((parsed, cancellation) => RunAsync(screen, parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        DataSubject subject = Asked.Subject(parsed);
        string held = await RunningService.ExportAsync(Asked.Service(parsed), subject, cancellation);
        if (parsed.GetValue(Out) is { } file)
        {
            await using StreamWriter writer = PrivateFile.Create(file);
            await writer.WriteLineAsync(held);
            screen.Line($"Alt om {subject.Name} ligger i {file}. Slet filen, når den er udleveret.");
        }
        else
        {
            screen.Line(held);
        }

        return 0;
    }
}
