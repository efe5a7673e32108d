using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Rettidig.Compat.Functions;

/// <summary>What an extension adds to the host: its trigger and parameter bindings and their services. Called when the host is built, after the app's own services.</summary>
internal interface IEmbeddedExtension
{
    void Configure(IServiceCollection services, IConfiguration configuration);
}
