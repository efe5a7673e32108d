using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rettidig.Cli.Simulate;
using Rettidig.Domain.Calendar;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Cli.DryRun;

/// <summary>
/// Foretells what a service will send: a copy of its store goes on in simulated time, through the service's own
/// orchestrations, rules and recipients. So it foretells what the service does, not what a second program thinks it does.
/// </summary>
internal static class Foresight
{
    /// <param name="data">The service's data folder; nothing is written to it.</param>
    /// <param name="now">What time it is.</param>
    /// <param name="until">The last day, included.</param>
    /// <param name="log">Gets the errors.</param>
    /// <param name="progress">How far it is, from 0 to 1, and in words.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<Forecast> LookAsync(
        string data, Instant now, LocalDate until, FaultLog log, Action<double, string> progress, CancellationToken cancellation)
    {
        SimulatedService? service = null;
        var record = new MailRecord(() => service!.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        service = await SimulatedService.StartAsync(now, folder => DataFolderCopy.Take(data, folder.FullName), rules: null, log, record);
        await using (service)
        {
            LocalDate today = CopenhagenTime.DateOf(now);
            for (LocalDate day = today; day <= until; day = day.PlusDays(1))
            {
                cancellation.ThrowIfCancellationRequested();
                progress((double)Period.DaysBetween(today, day) / (1 + Period.DaysBetween(today, until)), $"{DanishDates.Short(day)} af {DanishDates.Short(until)}");
                await service.RunUntilAsync(CopenhagenTime.InstantOf(day.PlusDays(1), LocalTime.Midnight) - Duration.FromTicks(1));
            }

            IReadOnlyList<ForeseenMail> mails = await ForeseenMails.OfAsync(record.Mails, service.Services, now, cancellation);
            return new Forecast(Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds()).InZone(CopenhagenTime.Zone).ToDateTimeOffset(), until, mails);
        }
    }
}
