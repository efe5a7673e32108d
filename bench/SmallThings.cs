using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Rettidig.Bench;

/// <summary>
/// BenchmarkDotNet for what takes microseconds: warmed up, the median of many rounds, allocations counted. In this
/// process, since the only other toolchain builds a project for each, and silent, since figures go out as lines.
/// </summary>
internal static class SmallThings
{
    /// <summary>Measures the benchmark methods of a class.</summary>
    /// <param name="type">The class, with its [Benchmark] methods.</param>
    /// <param name="folder">Where reports may go.</param>
    public static IReadOnlyList<Result> Measure(Type type, string folder)
    {
        IConfig config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(8).WithIterationCount(15))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(new StreamLogger(StreamWriter.Null))
            .WithArtifactsPath(folder);
        Summary summary = BenchmarkRunner.Run(type, config);
        return [.. summary.Reports.Select(ResultOf)];
    }

    private static Result ResultOf(BenchmarkReport report) => new(
        report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
        report.BenchmarkCase.Parameters.Items.Count > 0 ? (int)report.BenchmarkCase.Parameters.Items[0].Value : 0,
        (report.ResultStatistics ?? throw new InvalidOperationException($"{report.BenchmarkCase.DisplayInfo} gave no result.")).Median / 1000,
        report.ResultStatistics.Min / 1000,
        (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / 1024.0);

    /// <summary>One method at one size: the median time, that of the fastest round (what others on the machine disturbed least), and what it allocated.</summary>
    internal sealed record Result(string Method, int Size, double Microseconds, double Fastest, double Kibibytes);
}
