using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Settings;

/// <summary>
/// Where the tables are: <c>Storage</c>, a connection string; or <c>Storage:tableServiceUri</c>, an address that the app's
/// identity opens, as bindings of Functions have it (and with <c>Storage:clientId</c>, which of its identities).
/// </summary>
public static class StorageSettings
{
    /// <exception cref="SettingException">Neither is set, or it cannot be used.</exception>
    public static TableServiceClient Connect(IConfiguration configuration)
    {
        try
        {
            return configuration.Given("Storage:tableServiceUri") is { } address
                ? new TableServiceClient(new Uri(address), Identity(configuration))
                : new TableServiceClient(configuration.Given("Storage") ?? throw new SettingException(
                    "Indstillingen Storage mangler: skriv forbindelsesstrengen til den lagerkonto, tabellerne skal ligge i, eller dens adresse i Storage__tableServiceUri."));
        }
        catch (Exception unusable) when (unusable is FormatException or ArgumentException)
        {
            throw new SettingException(
                configuration.Given("Storage:tableServiceUri") is { } address
                    ? $"Indstillingen Storage:tableServiceUri er \"{address}\", men skal være lagerkontoens adresse for tabeller. Skriv fx https://konto.table.core.windows.net."
                    : "Indstillingen Storage er ikke en forbindelsesstreng til en lagerkonto: skriv den hel, som Azure viser den (AccountName=…;AccountKey=…;EndpointSuffix=…), eller fjern den for at bruge den indbyggede fil.",
                unusable);
        }
    }

    private static DefaultAzureCredential Identity(IConfiguration configuration) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = configuration.Given("Storage:clientId") });
}
