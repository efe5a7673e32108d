namespace SendGrid;

/// <summary>Sends mail through SendGrid's API, version 3.</summary>
public class SendGridClient : BaseClient
{
    public SendGridClient(SendGridClientOptions options)
        : base(options)
    {
    }

    /// <remarks>The client stays the caller's: its timeout and handlers apply.</remarks>
    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
        : base(httpClient, options)
    {
    }

    public SendGridClient(string apiKey, string? host = null, Dictionary<string, string>? requestHeaders = null, string? version = null, string? urlPath = null)
        : base(OptionsOf(apiKey, host, requestHeaders, version, urlPath))
    {
    }

    private static SendGridClientOptions OptionsOf(string apiKey, string? host, Dictionary<string, string>? requestHeaders, string? version, string? urlPath)
    {
        var options = new SendGridClientOptions { ApiKey = apiKey, RequestHeaders = requestHeaders, UrlPath = urlPath };
        options.Host = host ?? options.Host;
        options.Version = version ?? options.Version;
        return options;
    }
}
