namespace Rettidig.Bench;

/// <summary>One row of the table of benchmarks.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="About">What it measures and what is to be reached, in one line.</param>
/// <param name="Run">Measures and reports.</param>
internal sealed record Benchmark(string Name, string About, Func<Measurement, Task> Run);
