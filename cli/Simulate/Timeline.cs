using NodaTime;
using Rettidig.Cli.Events;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Calendar;

namespace Rettidig.Cli.Simulate;

/// <summary>What arrives when.</summary>
/// <param name="Start">When simulated time begins: the first event that is not about staff.</param>
/// <param name="Beforehand">Staff that are there from the start.</param>
/// <param name="Arrivals">The rest, by time; those of the same time in the order of the file.</param>
/// <param name="Until">The last day, included.</param>
internal sealed record Timeline(Instant Start, IReadOnlyList<EventLine> Beforehand, IReadOnlyList<EventLine> Arrivals, LocalDate Until)
{
    private const int MonthsAfterLast = 12;

    /// <summary>The last moment of <see cref="Until"/>.</summary>
    public Instant End => CopenhagenTime.InstantOf(Until.PlusDays(1), LocalTime.Midnight) - Duration.FromTicks(1);

    /// <summary>The placements that are heard of, in the order of results.</summary>
    public IReadOnlyList<Domain.PlacementKey> Placements =>
        [.. Arrivals.Select(line => line.Placement).OfType<Domain.PlacementKey>().Distinct().OrderBy(key => key.Subject, StringComparer.Ordinal)];

    /// <summary>The whole days and the rest of the first.</summary>
    public IEnumerable<LocalDate> Days()
    {
        for (LocalDate day = CopenhagenTime.DateOf(Start); day <= Until; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    /// <exception cref="Refused">There is nothing to play, or the last day lies before the first.</exception>
    public static Timeline Of(IReadOnlyList<EventLine> events, string file, LocalDate? until) => Of(events, file, "--until", until);

    /// <param name="events">What arrives.</param>
    /// <param name="file">Where it came from, for the error.</param>
    /// <param name="option">The option that names the last day, for the error.</param>
    /// <param name="until">The last day; null: a year after the last event.</param>
    /// <exception cref="Refused">There is nothing to play, or the last day lies before the first.</exception>
    public static Timeline Of(IReadOnlyList<EventLine> events, string file, string option, LocalDate? until)
    {
        EventLine[] inTime = [.. events.OrderBy(line => line.Time)];
        EventLine first = inTime.FirstOrDefault(line => line.Placement is not null)
            ?? throw Refused.AsWritten($"Filen {file} har kun hændelser om medarbejdere: forventede mindst én om en anbringelse.");
        LocalDate begins = CopenhagenTime.DateOf(first.Time);
        LocalDate last = until ?? CopenhagenTime.DateOf(inTime[^1].Time).PlusMonths(MonthsAfterLast);
        if (last < begins)
        {
            throw Refused.AsWritten($"{option} {DanishDates.Short(last)} ligger før den første hændelse den {DanishDates.Short(begins)}: vælg en senere dag.");
        }

        var all = new Timeline(first.Time, [.. inTime.Where(line => line.Time < first.Time)], [], last);
        return all with { Arrivals = [.. inTime.Where(line => line.Time >= first.Time && line.Time <= all.End)] };
    }
}
