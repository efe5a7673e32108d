using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Settings;

/// <summary>Where the events come from: <c>ServiceBus</c>, a connection string. The trigger reads the same setting.</summary>
internal static class BusSettings
{
    /// <exception cref="SettingException">It is not set.</exception>
    public static ServiceBusClient Connect(IConfiguration configuration) => configuration.Given("ServiceBus") is { } connection
        ? new ServiceBusClient(connection)
        : throw new SettingException("Indstillingen ServiceBus mangler: skriv forbindelsesstrengen til det navnerum, fagsystemet sender hændelser til.");
}
