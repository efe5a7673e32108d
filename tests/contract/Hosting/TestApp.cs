using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rettidig.Compat.Functions;
using Rettidig.SelfHost.Time;

namespace Rettidig.Contract.Tests.Hosting;

/// <summary>A small app of some classes with functions, in a data folder of its own.</summary>
internal static class TestApp
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Not started. Every function class may take a <see cref="Journal"/>.</summary>
    public static FunctionsApplicationBuilder Builder(TemporaryFolder data, Journal journal, params Type[] functions)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(
            [$"--SelfHost:Data={data.Path}", "--SelfHost:Durability=None", "--SelfHost:Urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new FunctionTypes(functions));
        builder.Services.AddSingleton(journal);
        return builder;
    }

    /// <summary>On simulated time.</summary>
    public static (IHost Host, SimulatedClock Clock) Simulated(TemporaryFolder data, Journal journal, DateTimeOffset start, params Type[] functions)
    {
        FunctionsApplicationBuilder builder = Builder(data, journal, functions);
        var clock = new SimulatedClock(start);
        builder.Services.AddSingleton<TimeProvider>(clock);
        return (builder.Build(), clock);
    }
}
