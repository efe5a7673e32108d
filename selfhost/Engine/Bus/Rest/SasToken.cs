using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Rettidig.SelfHost.Bus;

/// <summary>
/// Shared access signatures, as Service Bus documents them: HMAC-SHA256, with the key, over the URL-encoded resource, a
/// line feed and the moment of expiry in Unix seconds.
/// </summary>
public static class SasToken
{
    private const string Scheme = "SharedAccessSignature ";

    /// <summary>The value of an <c>Authorization</c> header.</summary>
    /// <param name="resourceUri">What may be sent to, e.g. <c>http://localhost:7071/placement-events</c>; a prefix of it signs for all below.</param>
    /// <param name="keyName">E.g. <c>RootManageSharedAccessKey</c>.</param>
    /// <param name="key">The key as it stands in the connection string.</param>
    /// <param name="expiry">Until when the token is good.</param>
    public static string Create(string resourceUri, string keyName, string key, DateTimeOffset expiry)
    {
        string resource = WebUtility.UrlEncode(resourceUri);
        string seconds = expiry.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{Scheme}sr={resource}&sig={WebUtility.UrlEncode(Sign(resource, seconds, key))}&se={seconds}&skn={WebUtility.UrlEncode(keyName)}";
    }

    /// <summary>Null when the header is good for the request; otherwise what is wrong with it, for the answer.</summary>
    internal static string? Refuse(string? authorization, Uri request, BusKey key, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(authorization) || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return "MissingToken: send the header 'Authorization: SharedAccessSignature sr=…&sig=…&se=…&skn=…', signed with the key in servicebus.connection.";
        }

        Dictionary<string, string> fields = Fields(authorization[Scheme.Length..]);
        if (!fields.TryGetValue("sr", out string? resource) || !fields.TryGetValue("sig", out string? signature)
            || !fields.TryGetValue("se", out string? expiry) || !fields.TryGetValue("skn", out string? keyName)
            || !long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds))
        {
            return "MalformedToken: the token needs sr, sig, se (Unix seconds) and skn, with & between.";
        }

        return Refuse(resource, WebUtility.UrlDecode(signature), seconds, WebUtility.UrlDecode(keyName), request, key, now);
    }

    private static string? Refuse(string resource, string signature, long expiry, string keyName, Uri request, BusKey key, DateTimeOffset now)
    {
        if (keyName != key.Name || !SameSignature(signature, Sign(resource, expiry.ToString(CultureInfo.InvariantCulture), key.Value)))
        {
            return "InvalidSignature: the token is not signed with the key in servicebus.connection.";
        }

        if (expiry <= now.ToUnixTimeSeconds())
        {
            return $"ExpiredToken: the token was good until {DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(expiry, 0, 253402300799)):O}. Sign a new one.";
        }

        return Covers(WebUtility.UrlDecode(resource), request)
            ? null
            : $"InvalidAudience: the token is for another resource than {request.GetLeftPart(UriPartial.Path)}. Sign the address that is sent to, or a beginning of it.";
    }

    private static string Sign(string encodedResource, string expiry, string key) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(encodedResource + "\n" + expiry)));

    private static bool SameSignature(string given, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(right));

    /// <summary>Host and whole path segments count, ignoring case; the scheme does not (http, https and sb name the same).</summary>
    private static bool Covers(string resource, Uri request)
    {
        int scheme = resource.IndexOf("://", StringComparison.Ordinal);
        string wanted = (scheme < 0 ? resource : resource[(scheme + 3)..]).TrimEnd('/') + "/";
        return (request.Authority + request.AbsolutePath + "/").StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
            || (request.Host + request.AbsolutePath + "/").StartsWith(wanted, StringComparison.OrdinalIgnoreCase);
    }

    private static Dictionary<string, string> Fields(string token)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string field in token.Split('&'))
        {
            int equals = field.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                fields[field[..equals].Trim()] = field[(equals + 1)..].Trim();
            }
        }

        return fields;
    }
}
