using System.CommandLine;
using System.CommandLine.Invocation;
using Spectre.Console;

namespace Rettidig.Cli.Terminal;

/// <summary>The help of a command, in Danish.</summary>
internal sealed class DanishHelp(Screen screen) : SynchronousCommandLineAction
{
    private const int Indent = 2;

    /// <summary>More of them do not fit on a line; they are all told of below it.</summary>
    private const int MostOptionsShown = 4;

    public override int Invoke(ParseResult parseResult) => Write(screen, parseResult.CommandResult.Command);

    public override bool ClearsParseErrors => true;

    public static int Write(Screen screen, Command command)
    {
        screen.Paragraph(command.Description ?? "");
        screen.Line();
        screen.Line("Brug:");
        screen.Line($"  {Usage(command)}");
        Section(screen, "Kommandoer:", command.Subcommands.Select(sub => (sub.Name, sub.Description)));
        Section(screen, "Argumenter:", command.Arguments.Select(argument => (argument.HelpName!, argument.Description)));
        Section(screen, "Tilvalg:", Options(command).Select(option => (Form(option), option.Description)));
        if (command.Subcommands.Count > 0)
        {
            screen.Line();
            screen.Line($"Skriv '{ParseFaults.Name(command)} KOMMANDO --help' for hjælp til en kommando.");
        }

        return 0;
    }

    private static string Usage(Command command)
    {
        string[] options = [.. command.Options.Where(option => option.HelpName is not null || option is Option<bool>).Select(option => $"[{Form(option)}]")];
        IEnumerable<string> parts = command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.HelpName}]" : argument.HelpName!)
            .Concat(options.Length > MostOptionsShown ? ["[TILVALG]"] : options);
        return command.Subcommands.Count > 0 ? $"{ParseFaults.Name(command)} KOMMANDO" : $"{ParseFaults.Name(command)} {string.Join(' ', parts)}";
    }

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)));

    private static string Form(Option option) => option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}";

    private static void Section(Screen screen, string title, IEnumerable<(string Name, string? Text)> rows)
    {
        (string Name, string? Text)[] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        screen.Line();
        screen.Line(title);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(Indent).PadRight(Indent)).AddColumn(new GridColumn().PadRight(0));
        foreach ((string name, string? text) in all)
        {
            grid.AddRow(new Text(name), new Text(text ?? ""));
        }

        screen.Output.Write(grid);
    }
}
