using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Options of the HTTP pipeline: retries, diagnostics, transport. The embedded storage has no pipeline and ignores them.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) => Version = serviceVersion;

    /// <summary>The versions of the Table REST API.</summary>
    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }

    /// <summary>Whom a token is asked for; null: the public cloud.</summary>
    public TableAudience? Audience { get; set; }

    internal ServiceVersion Version { get; }

    /// <summary>As the header <c>x-ms-version</c> has it.</summary>
    internal string VersionText => Version switch
    {
        ServiceVersion.V2019_02_02 => "2019-02-02",
        ServiceVersion.V2020_12_06 => "2020-12-06",
        _ => throw new NotSupportedException($"There is no version {Version} of the Table service. Use a value of {nameof(ServiceVersion)}."),
    };
}
