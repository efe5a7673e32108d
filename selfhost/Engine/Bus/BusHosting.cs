using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.SelfHost.Storage;

namespace Rettidig.SelfHost.Bus;

/// <summary>The bus as a part of a host.</summary>
public static class BusHosting
{
    /// <summary>
    /// Registers <see cref="MessageBus"/> with the topology of the section <c>SelfHost</c>, <see cref="BusKey"/>, and an
    /// <see cref="Action{T}"/> of <see cref="IEndpointRouteBuilder"/> that maps the REST data plane. Needs a <see cref="SqliteStore"/>
    /// in the services. Resolving the key writes <see cref="BusKey.FileName"/> into the folder of the store's file.
    /// </summary>
    public static IServiceCollection AddMessageBus(this IServiceCollection services, IConfiguration configuration)
    {
        IConfigurationSection selfHost = configuration.GetSection("SelfHost");
        services.AddSingleton(provider => Open(provider.GetRequiredService<SqliteStore>(), BusTopology.Read(selfHost)));
        services.AddSingleton(provider => OpenKey(provider.GetRequiredService<SqliteStore>(), FirstUrl(selfHost)));
        services.AddSingleton<Action<IEndpointRouteBuilder>>(provider =>
            endpoints => endpoints.MapServiceBus(provider.GetRequiredService<MessageBus>(), provider.GetRequiredService<BusKey>()));
        return services;
    }

    private static MessageBus Open(SqliteStore store, BusTopology topology)
    {
        MessageBus bus = MessageBus.On(store);
        bus.DeclareAsync(topology).GetAwaiter().GetResult();
        return bus;
    }

    private static BusKey OpenKey(SqliteStore store, string endpoint)
    {
        BusKey key = BusKey.OpenAsync(store).GetAwaiter().GetResult();
        key.WriteFileAsync(Path.GetDirectoryName(store.Path)!, endpoint).GetAwaiter().GetResult();
        return key;
    }

    /// <summary>An address that listens on every interface is reached from this machine as localhost.</summary>
    private static string FirstUrl(IConfiguration selfHost) =>
        (selfHost["Urls"] ?? "http://localhost:7071").Split(';')[0]
            .Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal);
}
