using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Options of a <see cref="SendGridClient"/>.</summary>
public class SendGridClientOptions : BaseClientOptions
{
    private const string GlobalHost = "https://api.sendgrid.com";
    private const string EuropeanHost = "https://api.eu.sendgrid.com";

    private string? apiKey;

    public SendGridClientOptions()
    {
        Host = GlobalHost;
        Version = "v3";
    }

    /// <summary>The key of the account; it needs the scope <c>mail.send</c> and no other.</summary>
    public string? ApiKey
    {
        get => apiKey;
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            apiKey = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }

    /// <summary>Where the mail is handled: <c>eu</c> or <c>global</c>.</summary>
    /// <exception cref="InvalidOperationException">Another region.</exception>
    public SendGridClientOptions SetDataResidency(string region)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        Host = region switch
        {
            "eu" => EuropeanHost,
            "global" => GlobalHost,
            _ => throw new InvalidOperationException($"The region must be \"eu\" or \"global\", it is \"{region}\"."),
        };
        return this;
    }
}
