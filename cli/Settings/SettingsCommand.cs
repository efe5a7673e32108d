using System.CommandLine;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Rules;
using Rettidig.Domain.Rules.Settings;

namespace Rettidig.Cli.Settings;

/// <summary><c>rettidig settings</c>: checks a municipality's settings before the service does, and prints their schema and table.</summary>
internal static class SettingsCommand
{
    private static readonly Argument<string?> FileName = new("fil")
    {
        HelpName = "FIL",
        Description = "En kommunes indstillinger, fx rules/101.json.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Schema = new("--schema") { Description = "Skriv skemaet, som rules/rules.schema.json holder." };

    private static readonly Option<bool> Tables = new("--tables") { Description = "Skriv tabellerne over frister og pligter, der kan vælges, som docs/indstillinger.md holder." };

    public static Command Create(Screen screen)
    {
        var command = new Command("settings", "Kontrollér en kommunes indstillinger, som tjenesten gør det, når den starter, og vis, hvad der er valgt.")
        {
            FileName,
            Schema,
            Tables,
        };
        command.SetAction(parsed => Run(screen, parsed));
        return command;
    }

    private static int Run(Screen screen, ParseResult parsed)
    {
        if (parsed.GetValue(Schema) || parsed.GetValue(Tables))
        {
            screen.Output.Profile.Out.Writer.Write(parsed.GetValue(Schema) ? SettingsSchema.Text() : $"{SettingsTable.Text()}\n{SettingsTable.Duties()}");
            return 0;
        }

        string file = parsed.GetValue(FileName) ?? throw Refused.AsWritten("FIL mangler: skriv fx rettidig settings rules/101.json. Se rettidig settings --help.");
        foreach (string line in ChoiceLines.Of(Read(file)))
        {
            screen.Line(line);
        }

        return 0;
    }

    private static MunicipalRules Read(string file)
    {
        try
        {
            return MunicipalRules.Parse(File.ReadAllText(file), file);
        }
        catch (RulesException unusable)
        {
            throw Refused.AsWritten(unusable.Message);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten($"Filen {file} kan ikke læses: se efter, at navnet er rigtigt, og at du har adgang.");
        }
    }
}
