using System.CommandLine;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Send;

/// <summary>Which Service Bus: what the commands that talk with it have in common.</summary>
internal sealed class BusOptions
{
    private readonly Option<string?> to = new("--to")
    {
        HelpName = "URL",
        Description = "Service Bus' adresse. Uden: det, der står i forbindelsen.",
    };

    private readonly Option<string?> connection = new("--connection")
    {
        HelpName = "FIL",
        Description = $"Filen med Service Bus-forbindelsen. Uden: miljøvariablen {BusConnection.TokenVariable} (et token, med --to) eller {BusConnection.Variable}, ellers {BusConnection.DefaultFile}.",
    };

    public void AddTo(Command command)
    {
        command.Add(to);
        command.Add(connection);
    }

    /// <exception cref="Refused">There is no connection, or it is not one.</exception>
    public BusConnection Find(ParseResult parsed) => BusConnection.Find(parsed.GetValue(connection), parsed.GetValue(to));
}
