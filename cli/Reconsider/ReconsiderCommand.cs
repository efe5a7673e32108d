using System.CommandLine;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;
using Rettidig.Functions.Reconsiderations;

namespace Rettidig.Cli.Reconsider;

/// <summary><c>rettidig reconsider</c>: every open placement follows the rules and settings of now, at once.</summary>
internal static class ReconsiderCommand
{
    private static readonly ServiceOptions Asked = new();

    /// <summary>Between two questions how far it is.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Questions without a step forward: half a minute. What is left then was not heard, and the service looks by itself.</summary>
    private const int MostStandstill = 60;

    private static readonly Option<string> Municipality = new("--municipality")
    {
        HelpName = "KODE",
        Description = "Kun den kommune, fx 101. Uden: alle.",
    };

    public static Command Create(Screen screen)
    {
        var command = new Command("reconsider", "Lad alle åbne anbringelser følge de regler og indstillinger, der gælder nu, med det samme. Uden det følger de, næste gang de ser på sig selv, senest om 21 dage. Intet varsel sendes to gange.")
        {
            Municipality,
        };
        Asked.AddAddressTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(screen, parsed, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, ParseResult parsed, CancellationToken cancellation)
    {
        string? municipality = parsed.GetValue(Municipality);
        ServiceAddress service = Asked.Service(parsed);
        ReconsiderAnswer started = await RunningService.ReconsiderAsync(service, municipality, cancellation);
        ReconsiderAnswer done = await screen.ProgressAsync(progress => FollowAsync(service, started.Id, progress, cancellation));
        if (done.State == "failed")
        {
            throw Refused.AsItWent("Genberegningen blev afbrudt i tjenesten: se dens log, og kør kommandoen igen. Det, der nåede at ske, sker ikke to gange.");
        }

        string where = municipality is null ? "" : $" i kommune {municipality}";
        if (done.Waiting > 0)
        {
            screen.Line($"{Words.Count(done.Waiting, "anbringelse", "anbringelser")} venter endnu: tjenesten ser selv efter dem inden for tyve minutter.");
        }

        screen.Line($"{Words.Count(done.Woken - done.Waiting, "åben anbringelse", "åbne anbringelser")}{where} er set efter og følger de regler og indstillinger, der gælder nu.");
        screen.Line("Nye påmindelser går med næste runde, kl. 7 på hverdage; dem, der er sendt, sendes ikke igen.");
        return 0;
    }

    /// <summary>Half of the way is waking them, the other half that they look.</summary>
    private static async Task<ReconsiderAnswer> FollowAsync(ServiceAddress service, string id, Action<double, string> progress, CancellationToken cancellation)
    {
        int standstill = 0, last = -1;
        while (true)
        {
            ReconsiderAnswer answer = await RunningService.ReconsideredAsync(service, id, cancellation);
            int looked = Math.Max(0, answer.Woken - answer.Waiting);
            progress(answer.Open == 0 ? 0 : Math.Min(1, (answer.Woken + looked) / (2.0 * answer.Open)), $"{Words.Number(looked)} af {Words.Number(answer.Open)} set efter");
            standstill = answer.Woken + looked == last ? standstill + 1 : 0;
            last = answer.Woken + looked;
            if (answer.State == "failed" || (answer.State == "done" && (answer.Waiting == 0 || standstill == MostStandstill)))
            {
                return answer;
            }

            await Task.Delay(Pause, cancellation);
        }
    }
}
