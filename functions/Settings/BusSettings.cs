using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Settings;

/// <summary>
/// Where the events come from: <c>ServiceBus</c>, a connection string; or <c>ServiceBus:fullyQualifiedNamespace</c>, a
/// namespace that the app's identity opens (and with <c>ServiceBus:clientId</c>, which of its identities). The trigger
/// reads the same settings.
/// </summary>
public static class BusSettings
{
    /// <exception cref="SettingException">Neither is set, or it cannot be used.</exception>
    public static ServiceBusClient Connect(IConfiguration configuration)
    {
        try
        {
            return configuration.Given("ServiceBus:fullyQualifiedNamespace") is { } host
                ? new ServiceBusClient(host, Identity(configuration))
                : new ServiceBusClient(configuration.Given("ServiceBus") ?? throw new SettingException(
                    "Indstillingen ServiceBus mangler: skriv forbindelsesstrengen til det navnerum, fagsystemet sender hændelser til, eller dets adresse i ServiceBus__fullyQualifiedNamespace."));
        }
        catch (ArgumentException unusable)
        {
            throw new SettingException($"Indstillingen ServiceBus kan ikke bruges: {unusable.Message}", unusable);
        }
    }

    private static DefaultAzureCredential Identity(IConfiguration configuration) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration.Given("ServiceBus:clientId") });
}
