using System.Security.Cryptography;
using System.Text;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Storage;

namespace Rettidig.Functions.Placements;

/// <summary>
/// Everything a row says of an obligation, in a few characters. A look finds most obligations as they were: it compares
/// these, and makes a row of those alone that changed.
/// </summary>
internal static class ObligationFingerprint
{
    /// <summary>The column.</summary>
    public const string Column = "Fingerprint";

    /// <summary>Stands between the parts, and in none of them.</summary>
    private const char Separator = '\u001f';

    /// <summary>16 bytes of SHA-256, in hexadecimal.</summary>
    /// <param name="obligation">What the agenda says.</param>
    /// <param name="reopened">What is said of one that was closed and is open again.</param>
    public static string Of(Obligation obligation, string? reopened)
    {
        string said = string.Join(
            Separator,
            obligation.Title,
            obligation.CustodyHolder,
            obligation.Site,
            obligation.Kind,
            obligation.Term,
            obligation.AnchoredOn.Iso(),
            obligation.Due.Iso(),
            obligation.Status,
            obligation.ClosedOn.Iso(),
            obligation.Breach,
            string.Join(' ', obligation.Defects.Select(defect => defect.Id)),
            obligation.Law,
            obligation.Explanation,
            reopened);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 16));
    }
}
