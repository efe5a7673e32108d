using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Where a client sends its requests, and with what.</summary>
public class BaseClientOptions
{
    /// <summary>Scheme and host, e.g. <c>https://api.sendgrid.com</c>.</summary>
    public string? Host { get; set; }

    public AuthenticationHeaderValue? Auth { get; set; }

    /// <summary>Sent with every request.</summary>
    public Dictionary<string, string>? RequestHeaders { get; set; }

    public string? Version { get; set; }

    public string? UrlPath { get; set; }
}
