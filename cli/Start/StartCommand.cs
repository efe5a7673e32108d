using System.CommandLine;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Rettidig.Cli.Terminal;
using Rettidig.Functions;

namespace Rettidig.Cli.Start;

/// <summary><c>rettidig start</c>: the service on this machine, and what to try with it.</summary>
internal static class StartCommand
{
    public static Command Create(Screen screen)
    {
        var command = new Command("start", "Start tjenesten på denne maskine med data i ./data. Indstillinger kan skrives efter, fx --SelfHost:Urls=http://localhost:7072.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, cancellation) => RunAsync(screen, [.. parsed.UnmatchedTokens], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, string[] settings, CancellationToken cancellation)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(settings);
        builder.ConfigureFunctionsWebApplication();
        builder.AddRettidig();
        using IHost host = builder.Build();
        await host.StartAsync(cancellation);
        Banner.Show(screen, host.Services);
        await host.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
