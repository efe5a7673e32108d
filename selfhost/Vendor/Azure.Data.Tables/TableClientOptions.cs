using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Options of the HTTP pipeline. The embedded storage has none and ignores them.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) => Version = serviceVersion;

    /// <summary>The versions of the Table REST API.</summary>
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }

    internal ServiceVersion Version { get; }
}
