using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Storage;

namespace Rettidig.Compat.Functions;

/// <summary>The host as the app sees it: starting it tells in one line what runs, or in one sentence why it cannot.</summary>
internal sealed class EmbeddedHost(WebApplication app, EmbeddedHostOptions options, FunctionCatalog catalog, bool listens) : IHost, IAsyncDisposable
{
    private readonly ILogger log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Rettidig.SelfHost");
    private readonly SqliteStore store = app.Services.GetRequiredService<SqliteStore>();

    public IServiceProvider Services => app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        store.Breaks += _ => app.Lifetime.StopApplication();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            throw new EmbeddedHostException(
                $"Adressen {Taken(options.Urls)} er optaget af et andet program: stop det, eller vælg en anden port med SelfHost:Urls, fx SelfHost:Urls=http://localhost:7072.", failure);
        }

        if (listens)
        {
            string[] addresses = [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];
            HostLog.Listening(log, catalog.Functions.Count, options.Data, string.Join(", ", addresses));
        }
    }

    /// <exception cref="EmbeddedHostException">It stops because the data file cannot be used any more, which the process must end with.</exception>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await app.StopAsync(cancellationToken);
        if (store.Broken is { } broken)
        {
            throw new EmbeddedHostException(broken.Message, broken);
        }
    }

    public void Dispose() => ((IDisposable)app).Dispose();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>The server does not say which of several it was.</summary>
    private static string Taken(IReadOnlyList<string> urls) => urls.Count == 1 ? urls[0] : string.Join(" eller ", urls);
}
