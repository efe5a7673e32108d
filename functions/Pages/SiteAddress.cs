using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Pages;

/// <summary>Where people find Rettidig, for the links in mails and notices.</summary>
public sealed class SiteAddress
{
    private const string LocalUrl = "http://localhost:7071";

    private readonly Uri root;

    /// <param name="root">An absolute http or https address; a path in it is kept.</param>
    public SiteAddress(Uri root) => this.root = root.AbsoluteUri.EndsWith('/') ? root : new Uri(root.AbsoluteUri + "/");

    public Uri Start => root;

    public Uri Placement(string municipality, string placement) =>
        new(root, $"placements/{Uri.EscapeDataString(municipality)}/{Uri.EscapeDataString(placement)}");

    public Uri SiteLink(string token) => new(root, $"s/{token}");

    /// <summary>From Site:BaseUrl, else from where the embedded host listens.</summary>
    /// <exception cref="InvalidOperationException">Site:BaseUrl is not an absolute web address.</exception>
    public static SiteAddress Read(IConfiguration configuration)
    {
        string? given = configuration["Site:BaseUrl"];
        if (string.IsNullOrWhiteSpace(given))
        {
            return new SiteAddress(Local(configuration["SelfHost:Urls"]));
        }

        return Uri.TryCreate(given.Trim(), UriKind.Absolute, out Uri? root) && root.Scheme is "http" or "https"
            ? new SiteAddress(root)
            : throw new InvalidOperationException(
                $"Indstillingen Site:BaseUrl er \"{given}\", men skal være en hel webadresse. Skriv den adresse, folk åbner Rettidig på, fx https://rettidig.kommune.dk.");
    }

    /// <summary>A host that listens everywhere is found on this machine.</summary>
    private static Uri Local(string? urls)
    {
        string first = urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? LocalUrl;
        foreach (string everywhere in new[] { "://*", "://+", "://0.0.0.0", "://[::]" })
        {
            first = first.Replace(everywhere, "://localhost", StringComparison.Ordinal);
        }

        return Uri.TryCreate(first, UriKind.Absolute, out Uri? root) ? root : new Uri(LocalUrl);
    }
}
