using System.CommandLine;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Duties;

/// <summary><c>rettidig duties</c>: the rule book, as docs/pligter.md has it.</summary>
internal static class DutiesCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("duties", "Skriv regelbogen som Markdown: hver pligt med det, der begynder og lukker den, fristen og hjemlen. Det er den side, der ligger i docs/pligter.md.");
        command.SetAction(_ => screen.Line(DutyPage.Text.TrimEnd()));
        return command;
    }
}
