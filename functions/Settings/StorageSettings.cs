using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Settings;

/// <summary>Where the tables are: <c>Storage</c>, a connection string.</summary>
internal static class StorageSettings
{
    /// <exception cref="SettingException">It is not set.</exception>
    public static TableServiceClient Connect(IConfiguration configuration) => configuration.Given("Storage") is { } connection
        ? new TableServiceClient(connection)
        : throw new SettingException("Indstillingen Storage mangler: skriv forbindelsesstrengen til den lagerkonto, tabellerne skal ligge i.");
}
