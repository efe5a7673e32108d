using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Rettidig.Compat.Functions;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Lets HTTP functions use the types of ASP.NET Core.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>HTTP functions take <c>HttpRequest</c> and return <c>IActionResult</c> or <c>IResult</c>; the app listens.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<WebHosting>();
        // What an IActionResult needs to write itself.
        builder.Services.AddMvcCore();
        return builder;
    }
}
