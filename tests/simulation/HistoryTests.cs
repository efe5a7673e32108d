using Microsoft.Extensions.DependencyInjection;
using Rettidig.SelfHost.Durable;

namespace Rettidig.Simulation.Tests;

/// <summary>
/// Histories that released orchestrations left, replayed by the code of today: an instance that sleeps while the program
/// is brought up to date goes on. A file in Histories/ is never changed; code that no longer agrees with one must be
/// written so that it does, or take another name.
/// </summary>
public sealed class HistoryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Histories");

    public static TheoryData<string> Kept => [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task A_kept_history_is_what_the_code_does_today(string file)
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync();
        TurnTaken kept = HistoryFile.Read(await File.ReadAllTextAsync(Path.Combine(Folder, file)));

        Assert.Null(municipality.Services.GetRequiredService<DurableEngine>().Difference(kept));
    }

    [Fact]
    public async Task Every_orchestration_has_a_kept_history()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync();
        HashSet<string> kept = [.. Directory.GetFiles(Folder, "*.json").Select(file => HistoryFile.Read(File.ReadAllText(file)).Instance.Name)];

        Assert.Equal(municipality.Services.GetRequiredService<DurableEngine>().Orchestrators.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    /// <summary>With the environment variable RETTIDIG_KEEP_HISTORIES the histories are written into the folder it names.</summary>
    [Fact]
    public async Task What_runs_today_can_be_kept_and_replayed()
    {
        var longest = new Dictionary<string, TurnTaken>(StringComparer.Ordinal);
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync("2026-03-02", settings: ["--Retention:Years=1"]);
        DurableEngine engine = municipality.Services.GetRequiredService<DurableEngine>();
        engine.TurnTaken = taken =>
        {
            string name = $"{taken.Instance.Name}-{taken.End}";
            if (!longest.TryGetValue(name, out TurnTaken? known) || known.Before.Count < taken.Before.Count)
            {
                longest[name] = taken with { Before = [.. taken.Before] };
            }
        };
        await municipality.PlaceAsync("2026-03-02");
        await municipality.PlaceAsync("2026-03-02", "P-2");
        await municipality.DayAsync("2026-03-10");
        await municipality.SendAsync("placement.ended", new { endedOn = "2026-03-10", reason = "returned-home" }, "P-2");
        await municipality.ReconsiderAsync();
        await municipality.DayAsync("2026-03-25");

        Assert.Subset(longest.Values.Select(taken => taken.Instance.Name).ToHashSet(), engine.Orchestrators.ToHashSet());
        foreach ((string name, TurnTaken taken) in longest)
        {
            string json = HistoryFile.Write(taken);
            Assert.Null(engine.Difference(HistoryFile.Read(json)));
            if (Environment.GetEnvironmentVariable("RETTIDIG_KEEP_HISTORIES") is { Length: > 0 } folder)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.json"), json);
            }
        }
    }

    [Fact]
    public async Task Code_that_does_something_else_is_found()
    {
        await using SimulatedMunicipality municipality = await SimulatedMunicipality.StartAsync();
        string json = await File.ReadAllTextAsync(Path.Combine(Folder, "Watchdog-Completed.json"));

        string? difference = municipality.Services.GetRequiredService<DurableEngine>()
            .Difference(HistoryFile.Read(json.Replace("InspectPlacements", "CountPlacements", StringComparison.Ordinal)));

        Assert.Contains("its history has activity 'CountPlacements', the code now asks for activity 'InspectPlacements'", difference);
    }
}
