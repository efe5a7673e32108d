using NodaTime;
using Rettidig.Cli.Events;
using Rettidig.Cli.Results;
using Rettidig.Domain.Calendar;

namespace Rettidig.Cli.Simulate;

/// <summary>Plays a timeline through a service, day by day, and reads what came of it.</summary>
internal static class Playback
{
    public static async Task<Outcome> RunAsync(SimulatedService service, Timeline timeline, Action<double, string> progress, CancellationToken cancellation)
    {
        await PlayAsync(service, timeline, progress, cancellation);
        return await OutcomeReader.ReadAsync(service, timeline, cancellation);
    }

    /// <summary>Plays it without reading anything.</summary>
    public static async Task PlayAsync(SimulatedService service, Timeline timeline, Action<double, string> progress, CancellationToken cancellation)
    {
        foreach (EventLine line in timeline.Beforehand)
        {
            cancellation.ThrowIfCancellationRequested();
            await service.ReceiveAsync(line);
        }

        var arrivals = new Queue<EventLine>(timeline.Arrivals);
        foreach (LocalDate day in timeline.Days())
        {
            progress(Part(timeline, day), $"{DanishDates.Short(day)} af {DanishDates.Short(timeline.Until)}");
            await PlayAsync(service, arrivals, day, cancellation);
        }
    }

    private static async Task PlayAsync(SimulatedService service, Queue<EventLine> arrivals, LocalDate day, CancellationToken cancellation)
    {
        Instant ends = CopenhagenTime.InstantOf(day.PlusDays(1), LocalTime.Midnight) - Duration.FromTicks(1);
        while (arrivals.TryPeek(out EventLine? next) && next.Time <= ends)
        {
            cancellation.ThrowIfCancellationRequested();
            await service.RunUntilAsync(next.Time);
            await service.ReceiveAsync(arrivals.Dequeue());
        }

        cancellation.ThrowIfCancellationRequested();
        await service.RunUntilAsync(ends);
    }

    private static double Part(Timeline timeline, LocalDate day) =>
        (double)Period.DaysBetween(CopenhagenTime.DateOf(timeline.Start), day) / (1 + Period.DaysBetween(CopenhagenTime.DateOf(timeline.Start), timeline.Until));
}
