using Rettidig.Bench;

// dotnet run -c Release --project bench -- NAME [--OPTION NUMBER …]
if (args is [] or ["--list"] or ["--help"])
{
    foreach (Benchmark row in Benchmarks.All)
    {
        Console.WriteLine($"{row.Name,-12}{row.About}");
    }

    return 0;
}

if (Benchmarks.All.FirstOrDefault(row => row.Name == args[0]) is not { } benchmark)
{
    Console.Error.WriteLine($"Expected one of {string.Join(", ", Benchmarks.All.Select(row => row.Name))}. Run with --list to see what each measures.");
    return 2;
}

string? part = args is [_, "--part", var named, ..] ? named : null;
using var measurement = new Measurement(benchmark.Name, part, args[(part is null ? 1 : 3)..]);
await benchmark.Run(measurement);
if (part is not null)
{
    measurement.Report(ChildRun.Peak, Measurement.PeakMemory(), "MiB");
}

return 0;
