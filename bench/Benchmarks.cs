using Rettidig.Bench.Rules;

namespace Rettidig.Bench;

/// <summary>The table of benchmarks, in the order of the questions people ask. A new benchmark is a new row.</summary>
internal static class Benchmarks
{
    public static readonly IReadOnlyList<Benchmark> All =
    [
        new("evaluate", "a case of 100 events evaluated for a day: at most 200 µs and 100 KiB", EvaluateBenchmark.Run),
        new("linear", "fold and evaluation of 10 to 10,000 events: the time for each event stays the same", LinearBenchmark.Run),
    ];
}
