using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;
using Rettidig.Cli.Costs;
using Rettidig.Cli.Terminal;
using Rettidig.SelfHost.Counting;

namespace Rettidig.Bench.Cost;

/// <summary>
/// Counts what the product does in simulated time: once with a placement that ends at once, which is what it costs to be
/// there at all, and once with the cases of a file. The difference, by the years its placements last, is a placement-year.
/// </summary>
internal static class OperationsBenchmark
{
    private const string Cases = "samples/52-sager.jsonl";

    /// <summary>What <c>rettidig cost</c> computes from, when the run is asked to <c>--write</c> it.</summary>
    private const string Kept = "cli/Costs/operations.json";

    private const double DaysOfYear = 365.25;

    public static async Task Run(Measurement measurement)
    {
        string[] lines = await File.ReadAllLinesAsync(Cases);
        DateOnly first = lines.Where(IsOfCase).Min(Day);
        DateOnly until = first.AddYears(3);
        double years = (until.DayNumber - first.DayNumber) / DaysOfYear;
        SortedDictionary<string, long> idle = await CountAsync(measurement, "idle", OneThatEndsAtOnce(first), until);
        SortedDictionary<string, long> busy = await CountAsync(measurement, "busy", lines.Where(line => Day(line) <= until), until);
        double placementYears = PlacementYears(lines, until);

        idle["mails"] = Mails(measurement, "idle");
        busy["mails"] = Mails(measurement, "busy");
        measurement.Report("simulated years", years, "years");
        measurement.Report("placement-years", placementYears, "years");
        var counted = new CountedOperations(DateOnly.FromDateTime(DateTime.Today), [], []);
        foreach (string kind in busy.Keys.Union(idle.Keys).Order(StringComparer.Ordinal))
        {
            long fixedOnes = idle.GetValueOrDefault(kind);
            counted.FixedYear[kind] = Math.Round((decimal)(fixedOnes / years));
            counted.PlacementYear[kind] = Math.Round((decimal)((busy.GetValueOrDefault(kind) - fixedOnes) / placementYears), 1);
            measurement.Report($"fixed a year: {kind}", (double)counted.FixedYear[kind], "operations");
            measurement.Report($"a placement-year: {kind}", (double)counted.PlacementYear[kind], "operations");
        }

        if (measurement.Arguments.Contains("--write"))
        {
            await File.WriteAllTextAsync(Kept, counted.ToJson());
        }
    }

    private static long Mails(Measurement measurement, string name) =>
        Path.Combine(measurement.Folder, name, "outbox") is var outbox && Directory.Exists(outbox) ? Directory.EnumerateFiles(outbox).LongCount() : 0;

    /// <summary>Plays the events up to a day, as <c>rettidig simulate</c> does, and counts by kind.</summary>
    private static async Task<SortedDictionary<string, long>> CountAsync(Measurement measurement, string name, IEnumerable<string> lines, DateOnly until)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => Listen(instrument, self) };
        listener.SetMeasurementEventCallback<long>((_, more, tags, _) =>
        {
            lock (counts)
            {
                string kind = KindOf(tags);
                counts[kind] = counts.GetValueOrDefault(kind) + more;
            }
        });
        listener.Start();
        string file = Path.Combine(measurement.Folder, $"{name}.jsonl");
        await File.WriteAllLinesAsync(file, lines);
        string[] command = ["simulate", file, "--until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--out", Path.Combine(measurement.Folder, name)];
        int exit = await Cli.Terminal.CommandLine.RunAsync(command, Screen.Over(TextWriter.Null, Console.Error, plain: true));
        return exit == 0 ? counts : throw new InvalidOperationException($"rettidig simulate {name} ended with {exit}.");
    }

    private static void Listen(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == Operations.Meter && instrument.Name == Operations.Instrument)
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    /// <summary>Functions by how they are paid for: orchestrators and activities cost storage too, triggers only their run.</summary>
    private static string KindOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string kind = (string)tags[0].Value!;
        string name = (string)tags[1].Value!;
        return kind != "function" ? kind : name switch
        {
            "IngestEvents" or "Tick" => $"function ({name})",
            "PlacementLifecycle" or "ReminderRound" or "WeeklyDigest" or "Watchdog" => "orchestrator turn",
            _ => "activity",
        };
    }

    private static IEnumerable<string> OneThatEndsAtOnce(DateOnly on)
    {
        string day = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Event(string name, string data) =>
            $$$"""{"specversion":"1.0","id":"{{{name}}}","source":"bench","type":"dk.rettidig.{{{name}}}.v1","subject":"999/T-1","time":"{{{day}}}T10:00:00+01:00","data":{{{data}}} }""";
        yield return Event("placement.decided", $$"""{"decidedOn":"{{day}}","consent":"with","emergency":false,"birthDate":"2015-01-01","custodyHolders":["M"],"caseworker":"a"}""");
        yield return Event("placement.started", $$"""{"startedOn":"{{day}}","site":{"id":"S","kind":"other"} }""");
        yield return Event("placement.ended", $$"""{"endedOn":"{{day}}","reason":"other"}""");
    }

    /// <summary>From decision to end, or to the last day, of every placement.</summary>
    private static double PlacementYears(IEnumerable<string> lines, DateOnly until) => lines
        .Where(IsOfCase)
        .GroupBy(line => Text(line, "subject"), StringComparer.Ordinal)
        .Sum(placement => Math.Max(0, Earlier(placement.Where(line => Text(line, "type").Contains(".placement.ended.", StringComparison.Ordinal)).Select(Day).DefaultIfEmpty(until).Max(), until).DayNumber
            - placement.Min(Day).DayNumber)) / DaysOfYear;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static bool IsOfCase(string line) => !Text(line, "subject").Contains("/staff/", StringComparison.Ordinal);

    private static DateOnly Day(string line) => DateOnly.FromDateTime(DateTimeOffset.Parse(Text(line, "time"), CultureInfo.InvariantCulture).Date);

    private static string Text(string line, string name)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.GetProperty(name).GetString()!;
    }
}
