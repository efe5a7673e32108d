using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rettidig.Functions.Pages;

namespace Rettidig.Functions.SiteLinks;

public static class SiteLinkServices
{
    /// <summary>The links placement sites answer by. Needs a ServiceBusClient among the services.</summary>
    public static IServiceCollection AddSiteLinks(this IServiceCollection services, IConfiguration configuration)
    {
        SiteLinkSettings.Check(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PageRenderer>();

        // Read when first needed: the data folder, where a key may be kept, is made while the host starts.
        return services
            .AddSingleton(_ => SiteLinkSettings.Read(configuration))
            .AddSingleton<SiteLinkSigner>()
            .AddSingleton<SiteAnswerSender>();
    }
}
