using System.CommandLine;
using System.CommandLine.Parsing;

namespace Rettidig.Cli.Terminal;

/// <summary>What is wrong with a command, in one Danish sentence.</summary>
internal static class ParseFaults
{
    /// <summary>Null when the command can be carried out.</summary>
    public static string? Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        string help = $"Se {Name(parsed.CommandResult.Command)} --help.";
        if (parsed.UnmatchedTokens.Count > 0)
        {
            string kind = parsed.UnmatchedTokens[0].StartsWith('-') ? "tilvalget" : parsed.CommandResult.Command is RootCommand ? "kommandoen" : "argumentet";
            return $"Rettidig kender ikke {kind} '{parsed.UnmatchedTokens[0]}'. {help}";
        }

        return parsed.Errors[0].SymbolResult switch
        {
            OptionResult option => $"Tilvalget {option.Option.Name} skal have én værdi efter sig. {help}",
            ArgumentResult argument => $"{argument.Argument.HelpName} mangler. {help}",
            _ => $"Der mangler noget i kommandoen. {help}",
        };
    }

    /// <summary>As it is typed: <c>rettidig deadletter list</c>.</summary>
    internal static string Name(Command command) =>
        command is RootCommand ? "rettidig" : $"{command.Parents.OfType<Command>().Select(Name).FirstOrDefault("rettidig")} {command.Name}";
}
