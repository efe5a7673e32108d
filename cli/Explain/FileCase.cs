using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rettidig.Cli.Events;
using Rettidig.Cli.Simulate;
using Rettidig.Cli.Terminal;
using Rettidig.Domain;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Explanations;
using Rettidig.Functions.Placements;

namespace Rettidig.Cli.Explain;

/// <summary>
/// Explains one placement of a file. Its events are played through the service in simulated time up to the day, so that
/// what is said to have been sent is what the service sends.
/// </summary>
internal static class FileCase
{
    /// <returns>The explanation, and whether every event was taken and nothing failed: what was not is told on the screen.</returns>
    /// <exception cref="Refused">The file cannot be used, or does not have the placement.</exception>
    public static async Task<(PlacementExplanation Explanation, bool IsWhole)> ExplainAsync(Screen screen, string file, string? asked, LocalDate? on, CancellationToken cancellation)
    {
        IReadOnlyList<EventLine> events = EventFile.Read(file, cancellation);
        PlacementKey placement = Find(asked, file, events);
        EventLine[] own = [.. events.Where(line => line.Placement is null || line.Placement == placement)];
        LocalDate day = on ?? CopenhagenTime.DateOf(events.Max(line => line.Time));
        var timeline = Timeline.Of(own, file, "--on", day);

        using var log = new FaultLog(null);
        await using SimulatedService service = await SimulatedService.StartAsync(timeline, RulesBeside.Folder(file), log);
        await Playback.PlayAsync(service, timeline, (_, _) => { }, cancellation);
        PlacementView view = await service.Services.GetRequiredService<PlacementViews>().FindAsync(placement, day, cancellation)
            ?? throw Refused.AsItWent($"Ingen af hændelserne om {placement.Subject} blev taget imod: afspil filen med rettidig simulate for at se hvorfor.");
        return (Explainer.Of(view), !Complaints.Show(screen, await service.DeadLettersAsync(), log));
    }

    private static PlacementKey Find(string? asked, string file, IReadOnlyList<EventLine> events)
    {
        PlacementKey[] all = [.. events.Select(line => line.Placement).OfType<PlacementKey>().Distinct().OrderBy(key => key.Subject, StringComparer.Ordinal)];
        PlacementKey[] meant = asked is null ? all : [.. all.Where(key => key.Subject == asked || key.Placement == asked)];
        return meant switch
        {
            [var only] => only,
            [] when all.Length == 0 => throw Refused.AsWritten($"Filen {file} har kun hændelser om medarbejdere: forventede mindst én om en anbringelse."),
            [] => throw Refused.AsWritten($"Filen {file} har ingen hændelser om {asked}. Nærmest er: {string.Join(", ", Nearest(asked!, all))}."),
            _ when asked is null => throw Refused.AsWritten($"Filen {file} har {Words.Count(all.Length, "anbringelse", "anbringelser")}: vælg én med --placement, fx {string.Join(", ", all.Take(3).Select(key => key.Subject))}."),
            _ => throw Refused.AsWritten($"{asked} findes i flere kommuner: skriv kommunen med, {string.Join(" eller ", meant.Select(key => key.Subject))}."),
        };
    }

    /// <summary>One who writes no municipality is not helped by comparing with it.</summary>
    private static IEnumerable<string> Nearest(string asked, PlacementKey[] all) => asked.Contains('/', StringComparison.Ordinal)
        ? Domain.Rules.Settings.Nearest.Of(asked, all.Select(key => key.Subject))
        : Domain.Rules.Settings.Nearest.Of(asked, all.Select(key => key.Placement).Distinct()).Select(name => all.First(key => key.Placement == name).Subject);
}
