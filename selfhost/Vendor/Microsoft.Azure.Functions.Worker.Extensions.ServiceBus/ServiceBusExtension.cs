using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Compat.Functions;
using Rettidig.SelfHost.Bus;

[assembly: EmbeddedExtension(typeof(ServiceBusExtension))]

namespace Rettidig.Compat.Functions;

internal sealed class ServiceBusExtension : IEmbeddedExtension
{
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddMessageBus(configuration);
        services.AddSingleton<ITriggerBinding, ServiceBusTriggerBinding>();
        services.AddSingleton<IParameterBinding, ServiceBusParameters>();
    }
}
