using BenchmarkDotNet.Attributes;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Cases;
using Rettidig.Domain.Rules;

namespace Rettidig.Bench.Rules;

/// <summary>A case of 100 events, evaluated for one day: what every look at a placement does at least once.</summary>
public class EvaluateBenchmark
{
    private const int Events = 100;

    private readonly CaseFile file = LongCase.File(Events);

    internal static Task Run(Measurement measurement)
    {
        SmallThings.Result result = SmallThings.Measure(typeof(EvaluateBenchmark), measurement.Folder).Single();
        measurement.Report("evaluate 100 events", result.Microseconds, "µs");
        measurement.Report("evaluate 100 events, fastest round", result.Fastest, "µs");
        measurement.Report("evaluate 100 events, allocated", result.Kibibytes, "KiB");
        return Task.CompletedTask;
    }

    [Benchmark]
    public Agenda Evaluate() => RuleBook.Standard.Evaluate(file, LongCase.Today);
}
