using Rettidig.Cli.Send;
using Rettidig.Cli.Terminal;

namespace Rettidig.Cli.Service;

/// <summary>Where the running service is found, and the key its functions are called with.</summary>
/// <param name="Root">Ends in a slash.</param>
/// <param name="Key">A function key; on one machine the access token.</param>
internal sealed record ServiceAddress(Uri Root, string Key)
{
    /// <summary>The environment variable that may hold the key.</summary>
    public const string KeyVariable = "RETTIDIG_KEY";

    public const string DefaultData = "./data";

    /// <exception cref="Refused">There is no address or no key.</exception>
    public static ServiceAddress Find(string? url, string? data)
    {
        string folder = data ?? DefaultData;
        Uri root = url is null ? BusConnection.Parse(Read(folder, Path.GetFileName(BusConnection.DefaultFile)), folder, null).Endpoint : Address(url);
        return new ServiceAddress(root, Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } given ? given : Read(folder, "token").Trim());
    }

    /// <summary>Keeps the key out of messages.</summary>
    public override string ToString() => Root.ToString();

    private static string Read(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Refused.AsWritten(
                $"Tjenestens {Path.Combine(folder, name)} kan ikke læses: start tjenesten med ./run.sh i samme mappe, peg på dens datamappe med --data, eller skriv --url og {KeyVariable}.");
        }
    }

    private static Uri Address(string url) =>
        Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
            : throw Refused.AsWritten($"--url: '{url}' er ikke en adresse; skriv fx http://localhost:7071.");
}
