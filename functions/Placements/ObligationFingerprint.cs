using System.Runtime.InteropServices;
using System.Security.Cryptography;
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

    /// <summary>16 bytes of SHA-256, in hexadecimal.</summary>
    /// <param name="obligation">What the agenda says.</param>
    /// <param name="reopened">What is said of one that was closed and is open again.</param>
    public static string Of(Obligation obligation, string? reopened)
    {
        const char Then = '\u001f';
        string said =
            $"{obligation.Kind}{Then}{obligation.Term}{Then}{obligation.Status}{Then}{obligation.Breach}{Then}{obligation.AnchoredOn.Iso()}{Then}{obligation.Due.Iso()}{Then}" +
            $"{obligation.ClosedOn.Iso()}{Then}{obligation.CustodyHolder}{Then}{obligation.Site}{Then}{DefectsOf(obligation)}{Then}" +
            $"{obligation.Title}{Then}{obligation.Law}{Then}{obligation.Explanation}{Then}{reopened}";
        return Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(said.AsSpan())).AsSpan(0, 16));
    }

    private static string? DefectsOf(Obligation obligation) =>
        obligation.Defects.Count == 0 ? null : string.Join(' ', obligation.Defects.Select(defect => defect.Id));
}
