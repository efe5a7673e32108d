using System.CommandLine;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Schemas;

/// <summary><c>rettidig schemas</c>: prints the contract of events for programs to read.</summary>
internal static class SchemasCommand
{
    private static readonly Option<string> Out = new("--out")
    {
        HelpName = "MAPPE",
        Description = "Hvor skemaerne skrives. Uden: docs/schemas.",
        DefaultValueFactory = _ => "docs/schemas",
    };

    public static Command Create(Screen screen)
    {
        var command = new Command("schemas", "Skriv kontrakten for hændelser, som programmer læser den: JSON Schema for hver type og et AsyncAPI-dokument.") { Out };
        command.SetAction(parsed => Write(screen, parsed.GetValue(Out)!));
        return command;
    }

    private static int Write(Screen screen, string folder)
    {
        IReadOnlyDictionary<string, string> files = SchemaFiles.All();
        try
        {
            Directory.CreateDirectory(folder);
            foreach ((string name, string text) in files)
            {
                File.WriteAllText(Path.Combine(folder, name), text);
            }
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten($"Mappen {folder} kan ikke skrives: {unwritable.Message}");
        }

        screen.Line($"{Words.Count(files.Count, "fil", "filer")} er skrevet i {folder}.");
        return 0;
    }
}
