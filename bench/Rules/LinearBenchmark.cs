using System.Diagnostics;
using System.Runtime;
using BenchmarkDotNet.Attributes;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Rules;

namespace Rettidig.Bench.Rules;

/// <summary>Fold and evaluation at growing sizes. Linear means: the time for each event does not grow with the number of events.</summary>
public class LinearBenchmark
{
    private const long RoomForOne = 32 << 20;
    private const int Rounds = 60;

    private IReadOnlyList<CaseEvent> log = [];
    private CaseFile? file;

    [Params(10, 100, 1_000, 10_000)]
    public int Events { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        log = LongCase.Log(Events);
        file = CaseFile.Fold(LongCase.Key, log);
    }

    internal static Task Run(Measurement measurement)
    {
        foreach (SmallThings.Result result in SmallThings.Measure(typeof(LinearBenchmark), measurement.Folder).OrderBy(result => result.Method, StringComparer.Ordinal).ThenBy(result => result.Size))
        {
            string what = $"{result.Method.ToLowerInvariant()} {result.Size} events";
            measurement.Report(what, result.Microseconds, "µs");
            measurement.Report($"{what}, each in the fastest round", result.Fastest / result.Size, "µs/event");
            measurement.Report($"{what}, allocated", result.Kibibytes, "KiB");
        }

        foreach (int size in (int[])[10, 100, 1_000, 10_000])
        {
            measurement.Report($"evaluate {size} events, each where nothing was collected meanwhile", WithoutCollection(LongCase.File(size)) / size, "µs/event");
        }

        return Task.CompletedTask;
    }

    /// <summary>The fastest of many evaluations, none of them interrupted to collect: what the rules themselves cost. The agenda of a long case is so large that collections move it while it is made.</summary>
    private static double WithoutCollection(CaseFile file)
    {
        double fastest = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            GC.TryStartNoGCRegion(RoomForOne);
            long start = Stopwatch.GetTimestamp();
            Agenda agenda = RuleBook.Standard.Evaluate(file, LongCase.Today);
            double took = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            GC.KeepAlive(agenda);
            if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            {
                GC.EndNoGCRegion();
                fastest = Math.Min(fastest, took);
            }
        }

        return fastest;
    }

    [Benchmark]
    public CaseFile Fold() => CaseFile.Fold(LongCase.Key, log);

    [Benchmark]
    public Agenda Evaluate() => RuleBook.Standard.Evaluate(file!, LongCase.Today);
}
