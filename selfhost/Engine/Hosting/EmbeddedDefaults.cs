using Microsoft.Extensions.Configuration;

namespace Rettidig.SelfHost.Hosting;

/// <summary>
/// The settings an app on one machine need not write: the connections <c>Storage</c> and <c>ServiceBus</c>, which lead to
/// the file in <c>SelfHost:Data</c>, and a log that a person can read. Anything that is set anywhere else wins.
/// </summary>
public sealed class EmbeddedDefaults(IConfiguration configuration) : ConfigurationProvider, IConfigurationSource
{
    /// <summary>What a connection string of the embedded services begins with; the path of the SQLite file follows.</summary>
    public const string ConnectionPrefix = "Embedded=";

    private static readonly Dictionary<string, string?> Logging = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft"] = "Warning",
        // A start that fails is told in one sentence (EmbeddedHostException); these two would print it with a stack trace as well.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel"] = "None",
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.Connections"] = "Warning",
    };

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load() => Data = new Dictionary<string, string?>(Logging, StringComparer.OrdinalIgnoreCase)
    {
        // Present for enumeration; the values are computed when asked for, since the data folder may be set after this was loaded.
        ["Storage"] = null,
        ["ServiceBus"] = null,
    };

    public override bool TryGet(string key, out string? value)
    {
        if (key.Equals("Storage", StringComparison.OrdinalIgnoreCase) || key.Equals("ServiceBus", StringComparison.OrdinalIgnoreCase))
        {
            value = ConnectionPrefix + EmbeddedHostOptions.DatabaseIn(EmbeddedHostOptions.DataOf(configuration));
            return true;
        }

        return base.TryGet(key, out value);
    }
}
