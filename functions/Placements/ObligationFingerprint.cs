using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    /// <summary>
    /// 16 bytes in hexadecimal. Each look makes one for every obligation, so it is the quick XXH3: what is compared is
    /// our own rows, and nobody gains by two that look alike.
    /// </summary>
    /// <param name="obligation">What the agenda says.</param>
    /// <param name="reopened">What is said of one that was closed and is open again.</param>
    public static string Of(Obligation obligation, string? reopened)
    {
        const char Then = '\u001f';
        DefaultInterpolatedStringHandler said =
            $"{obligation.Kind}{Then}{obligation.Term}{Then}{obligation.Status}{Then}{obligation.Breach}{Then}{obligation.AnchoredOn.Iso()}{Then}{obligation.Due.Iso()}{Then}" +
            $"{obligation.ClosedOn.Iso()}{Then}{obligation.CustodyHolder}{Then}{obligation.Site}{Then}{DefectsOf(obligation)}{Then}" +
            $"{obligation.Title}{Then}{obligation.Law}{Then}{obligation.Explanation}{Then}{reopened}";
        Span<byte> hash = stackalloc byte[16];
        XxHash128.Hash(MemoryMarshal.AsBytes(said.Text), hash);
        said.Clear();
        return Convert.ToHexStringLower(hash);
    }

    private static string? DefectsOf(Obligation obligation) =>
        obligation.Defects.Count == 0 ? null : string.Join(' ', obligation.Defects.Select(defect => defect.Id));
}
