using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using Rettidig.Cli.Events;
using Rettidig.Cli.Simulate;

namespace Rettidig.Bench.Engine;

/// <summary>Any number of placements, made of those of the sample file: the same events at the same times, under references of their own.</summary>
internal static class ManyCases
{
    private const string Sample = "samples/52-sager.jsonl";

    /// <summary>The sample's cases that have about 25 events.</summary>
    private const int Fewest = 20;
    private const int Most = 32;

    private static readonly LocalDate Until = new(2026, 1, 29);

    /// <summary>So many placements over 24 months, with the staff of the sample.</summary>
    public static Timeline Timeline(int placements) => Cli.Simulate.Timeline.Of(Events(placements), Sample, Until);

    /// <summary>Their events, staff first.</summary>
    public static IReadOnlyList<EventLine> Events(int placements)
    {
        IReadOnlyList<EventLine> sample = EventFile.Read(Sample);
        List<EventLine>[] cases = [.. sample.Where(line => line.Placement is not null).GroupBy(line => line.Placement)
            .Select(lines => lines.ToList())
            .Where(lines => lines.Count is >= Fewest and <= Most && !lines.Exists(line => Text(line).Contains("event.retracted", StringComparison.Ordinal)))];
        return [.. sample.Where(line => line.Placement is null), .. Enumerable.Range(0, placements).SelectMany(i => cases[i % cases.Length].Select(line => As(line, i)))];
    }

    /// <summary>One placement over 18 years, with as many events as asked for.</summary>
    public static Timeline Long(int events)
    {
        var start = new LocalDate(2008, 1, 7);
        int days = 18 * 365;
        IEnumerable<string> lines = Enumerable.Range(0, events).Select(i =>
        {
            LocalDate day = i < 2 ? start : start.PlusDays((int)((long)days * i / events));
            string date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            (string type, string data) = i switch
            {
                0 => ("placement.decided", $$"""{"decidedOn":"{{date}}","consent":"with","emergency":false,"birthDate":"2007-12-21","custodyHolders":["fm-1"],"caseworker":"fr23"}"""),
                1 => ("placement.started", $$"""{"startedOn":"{{date}}","site":{"id":"ds-01","kind":"foster-family"} }"""),
                _ => ("visit.held", $$"""{"heldOn":"{{date}}","onSite":true,"by":"caseworker","childSpokenWith":true,"alone":true}"""),
            };
            return $$"""{"specversion":"1.0","id":"L.{{i}}","source":"urn:bench","type":"dk.rettidig.{{type}}.v1","subject":"999/L-1","time":"{{date}}T{{9 + (i / 60 % 6):D2}}:{{i % 60:D2}}:00+01:00","datacontenttype":"application/json","data":{{data}} }""";
        });
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, lines);
            return Cli.Simulate.Timeline.Of(EventFile.Read(file), file, start.PlusDays(days));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Text(EventLine line) => System.Text.Encoding.UTF8.GetString(line.Json.Span);

    private static EventLine As(EventLine line, int number)
    {
        JsonNode json = JsonNode.Parse(line.Json.Span)!;
        Domain.PlacementKey sample = line.Placement!.Value;
        string placement = string.Create(CultureInfo.InvariantCulture, $"{sample.Placement}-{number}");
        json["id"] = string.Create(CultureInfo.InvariantCulture, $"{line.Id}-{number}");
        json["subject"] = $"{sample.Municipality}/{placement}";
        return line with
        {
            Json = System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()),
            Id = (string)json["id"]!,
            Placement = new Domain.PlacementKey(sample.Municipality, placement),
        };
    }
}
