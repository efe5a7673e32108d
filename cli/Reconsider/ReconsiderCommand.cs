using System.CommandLine;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;
using Rettidig.Functions.Reconsiderations;

namespace Rettidig.Cli.Reconsider;

/// <summary><c>rettidig reconsider</c>: every open placement follows the rules and settings of now, at once.</summary>
internal static class ReconsiderCommand
{
    private const string Path = "api/reconsider";

    /// <summary>Between two questions how far it is.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private static readonly Option<string> Municipality = new("--municipality")
    {
        HelpName = "KODE",
        Description = "Kun den kommune, fx 101. Uden: alle.",
    };

    private static readonly Option<string> To = new("--to")
    {
        HelpName = "URL",
        Description = $"Hvor tjenesten er. Uden: {ServiceConnection.DefaultAddress}. Nøglen læses i miljøvariablen {ServiceConnection.Variable}, ellers i {ServiceConnection.DefaultFile}.",
    };

    public static Command Create(Screen screen)
    {
        var command = new Command("reconsider", "Lad alle åbne anbringelser følge de regler og indstillinger, der gælder nu, med det samme. Uden det følger de, næste gang de ser på sig selv, senest om 21 dage. Intet varsel sendes to gange.")
        {
            Municipality,
            To,
        };
        command.SetAction((parsed, cancellation) => RunAsync(screen, parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        string? municipality = parsed.GetValue(Municipality);
        using var http = new HttpClient();
        ServiceConnection service = ServiceConnection.Open(http, parsed.GetValue(To));
        string query = municipality is null ? "" : $"?municipality={Uri.EscapeDataString(municipality)}";
        ReconsiderAnswer started = await service.AskAsync<ReconsiderAnswer>(HttpMethod.Post, Path + query, cancellation);
        ReconsiderAnswer done = await screen.ProgressAsync(progress => FollowAsync(service, started.Id, progress, cancellation));
        if (done.State == "failed")
        {
            throw Refused.AsItWent("Genberegningen blev afbrudt i tjenesten: se dens log, og kør kommandoen igen. Det, der nåede at ske, sker ikke to gange.");
        }

        string where = municipality is null ? "" : $" i kommune {municipality}";
        screen.Line($"{Words.Count(done.Woken, "åben anbringelse", "åbne anbringelser")}{where} er set efter og følger de regler og indstillinger, der gælder nu.");
        screen.Line("Nye påmindelser går med næste runde, kl. 7 på hverdage; dem, der er sendt, sendes ikke igen.");
        return 0;
    }

    /// <summary>Half of the way is waking them, the other half that they look.</summary>
    private static async Task<ReconsiderAnswer> FollowAsync(ServiceConnection service, string id, Action<double, string> progress, CancellationToken cancellation)
    {
        while (true)
        {
            ReconsiderAnswer answer = await service.AskAsync<ReconsiderAnswer>(HttpMethod.Get, $"{Path}/{id}", cancellation);
            int looked = Math.Max(0, answer.Woken - answer.Waiting);
            progress(answer.Open == 0 ? 0 : Math.Min(1, (answer.Woken + looked) / (2.0 * answer.Open)), $"{Words.Number(looked)} af {Words.Number(answer.Open)} set efter");
            if (answer.State == "failed" || (answer.State == "done" && answer.Waiting == 0))
            {
                return answer;
            }

            await Task.Delay(Pause, cancellation);
        }
    }
}
