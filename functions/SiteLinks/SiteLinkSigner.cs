using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Rettidig.Domain;

namespace Rettidig.Functions.SiteLinks;

/// <summary>
/// Makes and reads the links. A link is signed (HMAC-SHA256) and then hidden (AES-CBC with the signature as its
/// starting block), because a mailbox of a foster family may be read by others, and a case reference in an address
/// would be one too many. The same content gives the same link, so a mail composed twice is the same mail.
/// </summary>
public sealed class SiteLinkSigner(SiteLinkSettings settings)
{
    private const int SignatureBytes = 16;

    /// <summary>The longest a real link can be is far below; nothing longer is worth decrypting.</summary>
    private const int LongestToken = 400;

    private readonly byte[] signing = Derive(settings.Key, "rettidig site link, signing");
    private readonly byte[] hiding = Derive(settings.Key, "rettidig site link, hiding");

    /// <summary>A link for a notice written on a day: it works for the configured number of days after it.</summary>
    public string Sign(PlacementKey placement, string site, SiteLinkPurpose purpose, int? version, LocalDate today) =>
        Sign(new SiteLink(placement, site, purpose, version, today.PlusDays(settings.Days)));

    /// <summary>The token that stands in the address: letters, digits, "-" and "_".</summary>
    public string Sign(SiteLink link)
    {
        byte[] content = Encoding.UTF8.GetBytes(Write(link));
        byte[] signature = Signature(content);
        using Aes aes = Cipher();
        return Base64Url.EncodeToString([.. signature, .. aes.EncryptCbc(content, signature)]);
    }

    public SiteLinkReading Read(string token, LocalDate today)
    {
        if (Open(token) is not { } content || Parse(content) is not { } link)
        {
            return new SiteLinkReading.Forged();
        }

        return link.Expires < today ? new SiteLinkReading.Expired(link.Expires) : new SiteLinkReading.Valid(link);
    }

    private string? Open(string token)
    {
        if (token.Length > LongestToken || !Base64Url.IsValid(token))
        {
            return null;
        }

        byte[] bytes = Base64Url.DecodeFromChars(token);
        try
        {
            using Aes aes = Cipher();
            byte[] content = aes.DecryptCbc(bytes.AsSpan(Math.Min(SignatureBytes, bytes.Length)), bytes.AsSpan(0, Math.Min(SignatureBytes, bytes.Length)));
            return CryptographicOperations.FixedTimeEquals(Signature(content), bytes.AsSpan(0, SignatureBytes))
                ? Encoding.UTF8.GetString(content)
                : null;
        }
        catch (Exception garbled) when (garbled is CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private static string Write(SiteLink link) => string.Join(
        '|',
        (char)link.Purpose,
        link.Placement.Municipality,
        link.Placement.Placement,
        link.Site,
        link.Version?.ToString(CultureInfo.InvariantCulture) ?? "",
        LocalDatePattern.Iso.Format(link.Expires));

    /// <summary>The signature was right, so this is our own writing; null only if a later release wrote it.</summary>
    private static SiteLink? Parse(string content) =>
        content.Split('|') is [{ Length: 1 } purpose, var municipality, var placement, var site, var version, var expires]
        && Enum.IsDefined((SiteLinkPurpose)purpose[0])
        && LocalDatePattern.Iso.Parse(expires) is { Success: true } day
            ? new SiteLink(
                new PlacementKey(municipality, placement),
                site,
                (SiteLinkPurpose)purpose[0],
                version.Length == 0 ? null : int.Parse(version, CultureInfo.InvariantCulture),
                day.Value)
            : null;

    private byte[] Signature(byte[] content) => HMACSHA256.HashData(signing, content)[..SignatureBytes];

    private Aes Cipher()
    {
        var aes = Aes.Create();
        aes.Key = hiding;
        return aes;
    }

    private static byte[] Derive(string key, string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key), 32, info: Encoding.UTF8.GetBytes(use));
}
