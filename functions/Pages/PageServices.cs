using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Rettidig.Functions.Pages;

public static class PageServices
{
    /// <summary>The pages and the address they are found at. Needs mail, placements, notices and the bus.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<PageRenderer>();
        return services.AddSingleton(SiteAddress.Read(configuration)).AddSingleton<OutboxShelf>().AddSingleton<StartFigures>();
    }
}
