using System.Security.Cryptography;
using System.Text;

namespace Rettidig.Functions.Mail;

/// <summary>
/// One mail, ready to send. Everything in it follows from its inputs, so composing it again gives the same bytes.
/// </summary>
/// <param name="Key">Names the mail for good, e.g. "reminder:101:sb-12:2026-11-30". Never sent: it may hold references.</param>
/// <param name="Kind">What the mail is for.</param>
/// <param name="To">The recipient.</param>
/// <param name="From">The sender, from the setting Mail:From.</param>
/// <param name="Subject">One line, without personal data.</param>
/// <param name="Text">The mail as text: lines of at most 76 characters separated by LF.</param>
/// <param name="Html">The mail as a whole HTML document, encoded, without remote content.</param>
/// <param name="Date">When the mail was composed, in Copenhagen time.</param>
public sealed record MailMessage(
    string Key, MailKind Kind, Mailbox To, Mailbox From, string Subject, string Text, string Html, DateTimeOffset Date)
{
    /// <summary>Twenty hexadecimal digits made from the key: the mail's name to the outside.</summary>
    public string Id { get; } = IdOf(Key);

    /// <summary>With its angle brackets, as it stands in the header.</summary>
    public string MessageId => $"<{Id}@{From.Domain}>";

    public static string IdOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..20];
}
