using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Converters;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rettidig.Compat.Functions;
using Rettidig.SelfHost.Durable;
using Rettidig.SelfHost.Hosting;
using Rettidig.SelfHost.Storage;

[assembly: EmbeddedExtension(typeof(DurableTaskExtension))]

namespace Rettidig.Compat.Functions;

/// <summary>Puts the durable engine into the host: orchestrator and activity functions, and the client.</summary>
internal sealed class DurableTaskExtension : IEmbeddedExtension
{
    /// <summary>As the Functions worker reads JSON: property names in any case. Fields as well, for tuples.</summary>
    private static readonly JsonDataConverter Converter =
        new(new JsonSerializerOptions { IncludeFields = true, PropertyNameCaseInsensitive = true });

    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new DurableEngine(
            provider.GetRequiredService<SqliteStore>(),
            provider.GetRequiredService<TimeProvider>(),
            OptionsOf(provider.GetRequiredService<HostJson>()),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<DurableTaskClient>(provider =>
            new EmbeddedDurableTaskClient(provider.GetRequiredService<DurableEngine>(), Converter));
        services.AddSingleton(provider => new EmbeddedWorker(
            provider.GetRequiredService<DurableEngine>(), Converter, provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton<EnginePumps>();
        services.AddSingleton<ITriggerBinding, OrchestrationTriggerBinding>();
        services.AddSingleton<ITriggerBinding, ActivityTriggerBinding>();
        services.AddSingleton<IParameterBinding, DurableClientParameters>();
        services.AddSingleton<IParameterBinding, OrchestrationInputs>();
    }

    private static DurableOptions OptionsOf(HostJson host) => new()
    {
        ConcurrentTurns = host.MaxConcurrentOrchestrators,
        ConcurrentActivities = host.MaxConcurrentActivities,
    };
}
