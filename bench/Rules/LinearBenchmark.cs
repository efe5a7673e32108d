using BenchmarkDotNet.Attributes;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Events;
using Rettidig.Domain.Rules;

namespace Rettidig.Bench.Rules;

/// <summary>Fold and evaluation at growing sizes. Linear means: the time for each event does not grow with the number of events.</summary>
public class LinearBenchmark
{
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

        return Task.CompletedTask;
    }

    [Benchmark]
    public CaseFile Fold() => CaseFile.Fold(LongCase.Key, log);

    [Benchmark]
    public Agenda Evaluate() => RuleBook.Standard.Evaluate(file!, LongCase.Today);
}
