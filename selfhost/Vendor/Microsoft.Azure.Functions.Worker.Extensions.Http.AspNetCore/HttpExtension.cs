using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Compat.Functions;

[assembly: EmbeddedExtension(typeof(HttpExtension))]

namespace Rettidig.Compat.Functions;

internal sealed class HttpExtension : IEmbeddedExtension
{
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton<ITriggerBinding, HttpTriggerBinding>();
        services.AddSingleton<Action<IEndpointRouteBuilder>>(provider => provider.GetRequiredService<HttpFunctions>().Map);
    }
}
