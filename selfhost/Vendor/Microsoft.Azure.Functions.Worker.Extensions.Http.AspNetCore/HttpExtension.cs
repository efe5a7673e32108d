using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Compat.Functions;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Hosting;

[assembly: EmbeddedExtension(typeof(HttpExtension))]

namespace Rettidig.Compat.Functions;

internal sealed class HttpExtension : IEmbeddedExtension
{
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<ITriggerBinding, HttpTriggerBinding>();
        services.AddSingleton<Action<IEndpointRouteBuilder>>(provider => provider.GetRequiredService<HttpFunctions>().Map);
        services.AddSingleton<Action<IEndpointRouteBuilder>>(EnginePageOf);
    }

    /// <summary>For an app that has orchestrations.</summary>
    private static Action<IEndpointRouteBuilder> EnginePageOf(IServiceProvider services) => services.GetService<DurableEngine>() is { } engine
        ? new EnginePage(engine, services.GetRequiredService<AccessToken>()).Map
        : _ => { };
}
