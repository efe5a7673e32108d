using System.CommandLine;
using System.Text;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;
using Rettidig.Domain;

namespace Rettidig.Cli.Export;

/// <summary><c>rettidig export SAG</c>: everything the service holds about a placement, for a request of access.</summary>
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
        var command = new Command("export", "Skriv alt, hvad Rettidig har om en anbringelse, som JSON: hændelserne, som de kom, fristerne, påmindelserne og det forløb, der følger den.");
        Asked.AddTo(command);
        command.Add(Out);
        command.SetAction((parsed, cancellation) => RunAsync(screen, parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        PlacementKey placement = Asked.Placement(parsed);
        string held = await RunningService.ExportAsync(Asked.Service(parsed), placement, cancellation);
        if (parsed.GetValue(Out) is { } file)
        {
            Write(file, held);
            screen.Line($"Alt om {placement.Subject} ligger i {file}. Slet filen, når den er udleveret.");
        }
        else
        {
            screen.Line(held);
        }

        return 0;
    }

    private static void Write(string file, string held)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options);
            writer.WriteLine(held);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten($"Filen {file} kan ikke skrives: den er der måske allerede, eller mappen mangler. Vælg en anden med --out.");
        }
    }
}
