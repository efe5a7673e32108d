using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Send;

/// <summary>A Service Bus connection string, read.</summary>
/// <param name="Endpoint">Where to, ending in a slash.</param>
/// <param name="KeyName">The name of the key.</param>
/// <param name="Key">The key that messages are signed with.</param>
internal sealed record BusConnection(Uri Endpoint, string KeyName, string Key)
{
    /// <summary>The environment variable that may hold a connection string.</summary>
    public const string Variable = "RETTIDIG_SERVICEBUS";

    /// <summary>The environment variable that may hold a token instead, where there are no keys: "Bearer …".</summary>
    public const string TokenVariable = "RETTIDIG_SERVICEBUS_TOKEN";

    /// <summary>The file that the service on this machine writes its connection string to.</summary>
    public const string DefaultFile = "./data/servicebus.connection";

    private const string Example = "Endpoint=sb://…/;SharedAccessKeyName=…;SharedAccessKey=…";

    /// <summary>What goes into the header Authorization as it is; null: what is signed with the key.</summary>
    public string? Token { get; private init; }

    /// <summary>From the file that was named, else from the environment, else from the service's own file.</summary>
    /// <exception cref="Refused">There is none, or it is not one.</exception>
    public static BusConnection Find(string? file, string? to)
    {
        if (file is null && Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token)
        {
            return WithToken(token, to);
        }

        string? variable = Environment.GetEnvironmentVariable(Variable);
        return file is null && !string.IsNullOrWhiteSpace(variable)
            ? Parse(variable, $"Miljøvariablen {Variable}", to)
            : Parse(ReadFile(file ?? DefaultFile), file ?? DefaultFile, to);
    }

    /// <summary>Keeps the key out of messages.</summary>
    public override string ToString() => Endpoint.ToString();

    /// <summary>With a token: whoever overhears it can use it, so it goes over TLS, or to this machine.</summary>
    /// <exception cref="Refused">There is no address, or not such a one.</exception>
    internal static BusConnection WithToken(string token, string? to)
    {
        Uri root = Address(to ?? throw Refused.AsWritten($"Skriv navnerummets adresse med --to, fx https://kommune.servicebus.windows.net: {TokenVariable} siger ikke, hvor det er."), "--to");
        return root.Scheme == Uri.UriSchemeHttps || root.IsLoopback
            ? new BusConnection(root, "", "") { Token = token }
            : throw Refused.AsWritten($"--to: '{to}' er ikke krypteret, så et token kan læses af andre undervejs; skriv https://.");
    }

    internal static BusConnection Parse(string text, string from, string? to)
    {
        Dictionary<string, string> parts = text.Trim().Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .DistinctBy(part => part[0].Trim(), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(part => part[0].Trim(), part => part[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return parts.TryGetValue("Endpoint", out string? endpoint)
            && parts.TryGetValue("SharedAccessKeyName", out string? name)
            && parts.TryGetValue("SharedAccessKey", out string? key)
                ? new BusConnection(Address(to ?? Web(endpoint), to is null ? from : "--to"), name, key)
                : throw Refused.AsWritten($"{from} er ikke en Service Bus-forbindelse: forventede {Example}");
    }

    private static string ReadFile(string file)
    {
        if (file.Contains("SharedAccessKey", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused.AsWritten(
                $"--connection skal være en fil, ikke selve forbindelsen: skriv den i en fil eller i {Variable}. På kommandolinjen kan andre på maskinen se nøglen.");
        }

        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten(
                $"Forbindelsen {file} kan ikke læses: start tjenesten med ./run.sh i samme mappe, eller peg på forbindelsen med --connection eller {Variable}.");
        }
    }

    /// <summary>Connection strings name the message protocol; what is sent here goes over the web.</summary>
    private static string Web(string endpoint) =>
        endpoint.StartsWith("sb://", StringComparison.OrdinalIgnoreCase) ? "https://" + endpoint["sb://".Length..] : endpoint;

    private static Uri Address(string text, string from) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
            : throw Refused.AsWritten($"{from}: '{text}' er ikke en adresse; skriv fx http://localhost:7071.");
}
