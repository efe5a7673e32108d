using System.CommandLine;
using Rettidig.Cli.Events;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Send;

/// <summary><c>rettidig send FIL</c>: events from a file to the running service, as the case system sends them.</summary>
internal static class SendCommand
{
    private static readonly Argument<string> FileName = new("fil")
    {
        HelpName = "FIL",
        Description = "En fil med én hændelse pr. linje (JSON Lines, CloudEvents 1.0).",
    };

    private static readonly BusOptions Bus = new();

    public static Command Create(Screen screen)
    {
        var command = new Command("send", "Send hændelserne i en fil til Rettidig over Service Bus. Alle linjer kontrolleres, før den første sendes.")
        {
            FileName,
        };
        Bus.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(screen, parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        string file = parsed.GetValue(FileName)!;
        IReadOnlyList<EventLine> events = EventFile.Read(file, cancellation);
        BusConnection connection = Bus.Find(parsed);

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var sender = new EventSender(new BusClient(http, connection, TimeProvider.System), TimeProvider.System);
        await screen.ProgressAsync(progress => SendAllAsync(sender, events, progress, cancellation));
        screen.Line($"{Words.Count(events.Count, "hændelse", "hændelser")} fra {file} er sendt til {connection.Endpoint}.");
        return 0;
    }

    private static async Task<int> SendAllAsync(EventSender sender, IReadOnlyList<EventLine> events, Action<double, string> progress, CancellationToken cancellation)
    {
        for (int sent = 0; sent < events.Count; sent++)
        {
            progress((double)sent / events.Count, $"Sender {Words.Number(sent + 1)} af {Words.Number(events.Count)}");
            if (await sender.SendAsync(events[sent], cancellation) is { } refusal)
            {
                throw Refused.AsItWent(
                    $"{refusal}\n{Words.Number(sent)} af {Words.Count(events.Count, "hændelse", "hændelser")} er sendt. " +
                    "Kør samme kommando igen: det, der allerede er sendt, genkendes og tæller kun én gang.");
            }
        }

        return events.Count;
    }
}
