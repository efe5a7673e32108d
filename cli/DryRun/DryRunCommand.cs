using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Rettidig.Cli.Service;
using Rettidig.Cli.Simulate;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Api;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Cli.DryRun;

/// <summary><c>rettidig simulate --dry-run</c>: what the service on this machine will send, without sending it.</summary>
internal static class DryRunCommand
{
    private const int DefaultDays = 30;
    private const int MostDays = 366;

    public static readonly Option<bool> DryRun = new("--dry-run") { Description = "I stedet for en fil: vis, hvad tjenesten vil sende, til hvem og hvornår. Den må gerne køre; dens data kopieres, og intet i dem ændres." };

    private static readonly Option<string?> Days = new("--days") { HelpName = "ANTAL", Description = $"Med --dry-run: hvor mange dage frem, højst {MostDays}. Uden: {DefaultDays}." };

    private static readonly Option<string?> Data = new("--data") { HelpName = "MAPPE", Description = $"Med --dry-run: tjenestens datamappe. Uden: {ServiceAddress.DefaultData}." };

    private static readonly Option<bool> Json = new("--json") { Description = "Med --dry-run: som JSON (docs/forklaring.md)." };

    private static readonly Option<bool> Csv = new("--csv") { Description = "Med --dry-run: som CSV med semikolon." };

    /// <summary>The options it brings to the command.</summary>
    public static IReadOnlyList<Option> Options => [DryRun, Days, Data, Json, Csv];

    /// <summary>The first option of a dry run that was given; null where none was.</summary>
    public static string? Given(ParseResult parsed) =>
        Options.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false })?.Name;

    public static async Task<int> RunAsync(Screen screen, TimeProvider time, ParseResult parsed, CancellationToken cancellation)
    {
        Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
        LocalDate until = CopenhagenTime.DateOf(now).PlusDays(ReadDays(parsed.GetValue(Days)));
        string data = parsed.GetValue(Data) ?? ServiceAddress.DefaultData;
        if (!DataFolderCopy.IsPossible(data))
        {
            throw Refused.AsWritten($"Der er ingen tjenestes data i {data}: kør kommandoen i samme mappe som ./run.sh, eller peg på datamappen med --data.");
        }

        using var log = new FaultLog(CommandLine.IsVerbose(parsed) ? Console.Error : null);
        Forecast forecast = await screen.ProgressAsync(progress => Foresight.LookAsync(data, now, until, log, progress, cancellation));
        Show(screen, parsed, forecast);
        return Complaints.Show(screen, [], log) ? 1 : 0;
    }

    private static void Show(Screen screen, ParseResult parsed, Forecast forecast)
    {
        if (parsed.GetValue(Json))
        {
            screen.Line(JsonSerializer.Serialize(forecast, ApiJson.Indented));
        }
        else if (parsed.GetValue(Csv))
        {
            screen.Output.Profile.Out.Writer.Write(ForecastCsv.Write(forecast));
        }
        else
        {
            ForecastTable.Show(screen, forecast);
        }
    }

    private static int ReadDays(string? text) => text switch
    {
        null => DefaultDays,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days is >= 1 and <= MostDays => days,
        _ => throw Refused.AsWritten($"--days: '{text}' er ikke et antal dage; skriv et helt tal fra 1 til {MostDays}."),
    };
}
