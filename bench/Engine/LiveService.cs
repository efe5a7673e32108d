using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rettidig.Functions;

namespace Rettidig.Bench.Engine;

/// <summary>The service itself, on the machine's clock and fully durable, in a data folder of the benchmark. Mail stays in a folder.</summary>
internal static class LiveService
{
    public static async Task<IHost> StartAsync(string folder)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(
            [$"--SelfHost:Data={folder}", "--SelfHost:Urls=http://127.0.0.1:0", $"--Mail:Outbox={Path.Combine(folder, "outbox")}"]);
        builder.Logging.ClearProviders();
        builder.ConfigureFunctionsWebApplication();
        builder.AddRettidig();
        IHost host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
