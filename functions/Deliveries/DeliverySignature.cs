using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Deliveries;

/// <summary>
/// Whether a post comes from SendGrid: signed with the account's key (ECDSA with SHA-256 over the timestamp and the body
/// as it came), and of these days.
/// </summary>
public sealed class DeliverySignature(MailSettings settings, TimeProvider time) : IDisposable
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>SendGrid tries a post for a day. Within it a repeated post changes nothing: the ledger has what it says.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private static readonly TimeSpan ClocksMayDiffer = TimeSpan.FromMinutes(5);

    private readonly ECDsa? key = settings.SendGrid is { WebhookKey: { } given } ? SendGridSettings.Import(given) : null;

    /// <summary>Whether there is a key to check with; without one nothing is taken.</summary>
    public bool IsConfigured => key is not null;

    /// <param name="signature">The header, base64 of a DER signature.</param>
    /// <param name="timestamp">The header, Unix seconds.</param>
    /// <param name="body">As it came, byte for byte.</param>
    public bool Verifies(string? signature, string? timestamp, ReadOnlySpan<byte> body) =>
        key is not null
        && IsRecent(timestamp)
        && TryDecode(signature, out byte[] signed)
        && key.VerifyData(Signed(timestamp!, body), signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => key?.Dispose();

    private static byte[] Signed(string timestamp, ReadOnlySpan<byte> body) => [.. Encoding.UTF8.GetBytes(timestamp), .. body];

    private bool IsRecent(string? timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) || seconds > 253_402_300_799)
        {
            return false;
        }

        TimeSpan age = time.GetUtcNow() - Instant.FromUnixTimeSeconds(seconds).ToDateTimeOffset();
        return age <= Window && age >= -ClocksMayDiffer;
    }

    private static bool TryDecode(string? base64, out byte[] bytes)
    {
        bytes = new byte[base64?.Length ?? 0];
        bool decoded = base64 is not null && Convert.TryFromBase64String(base64, bytes, out int length) && (bytes = bytes[..length]).Length > 0;
        return decoded;
    }
}
