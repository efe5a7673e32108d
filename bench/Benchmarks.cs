using Rettidig.Bench.Cost;
using Rettidig.Bench.Engine;
using Rettidig.Bench.Reports;
using Rettidig.Bench.Rules;

namespace Rettidig.Bench;

/// <summary>The table of benchmarks, in the order of the questions people ask. A new benchmark is a new row.</summary>
internal static class Benchmarks
{
    public static readonly IReadOnlyList<Benchmark> All =
    [
        new("evaluate", "a case of 100 events evaluated for a day: at most 200 µs and 100 KiB", EvaluateBenchmark.Run),
        new("linear", "fold and evaluation of 10 to 10,000 events: the time for each event stays the same", LinearBenchmark.Run),
        new("report", "a report over 14,000 placements from the store: at most 10 s from start to end and 500 MiB", ReportBenchmark.Run),
        new("sequence", "5,000 orchestrations at once, 5 activities in sequence, durable: at least 1,500/s in at most 400 MiB", SequenceBenchmark.Run),
        new("latency", "one orchestration of 3 activities alone: p50 at most 3 ms, p99 at most 15 ms", LatencyBenchmark.Run),
        new("events", "100,000 events raised to 1,000 waiting orchestrations: at least 5,000/s, none lost", EventsBenchmark.Run),
        new("fsync", "fsyncs for each orchestration of 'sequence': at most 0.2", SequenceBenchmark.RunFsync),
        new("sleepers", "100,000 sleeping placements: ready within 3 s of the start of the process, at most 300 MiB, flat in the number", SleepersBenchmark.Run),
        new("timers", "100,000 timers due in the same second: all fired within 60 s", TimersBenchmark.Run),
        new("operations", "what a simulated year would be in operations of Azure: fixed, and for each year of a placement (docs/hvad-det-koster.md)", OperationsBenchmark.Run),
        new("history", "a placement with 1,000 events over 18 years: history never longer than 50 rows", HistoryBenchmark.Run),
        new("ingest", "50,000 events of 5,000 placements into the running service: at least 500/s until all is durable", IngestBenchmark.Run),
        new("simulate", "1,000 placements over 24 months with 25 events each: at most 60 s, linear (--placements 10000)", SimulateBenchmark.Run),
    ];
}
