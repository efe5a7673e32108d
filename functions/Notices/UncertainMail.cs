using NodaTime;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Notices;

/// <summary>A mail of which nobody knew, when it was sent, whether it went. Names no placement.</summary>
/// <param name="Municipality">Three digits.</param>
/// <param name="Mail">The mail's name to the outside (<see cref="MailMessage.Id"/>).</param>
/// <param name="At">When the answer was lost.</param>
/// <param name="Kind">What the mail is for.</param>
/// <param name="Recipient">Staff id or <c>operator</c>; null for a placement site.</param>
/// <param name="Reason">Why nobody knows; holds no address.</param>
/// <param name="Fate">What came of it.</param>
public sealed record UncertainMail(
    string Municipality, string Mail, Instant At, MailKind Kind, string? Recipient, string Reason, UncertainFate Fate);

/// <summary>What came of a mail that may or may not have gone.</summary>
public enum UncertainFate
{
    /// <summary>It is sent once more, unless the mail service speaks of it first.</summary>
    Open,

    /// <summary>It was sent once more: its reader may have it twice.</summary>
    SentAgain,

    /// <summary>The answer was lost the second time too, or the mailbox refused it: the next in line got it.</summary>
    NextInLine,

    /// <summary>The mail service said what became of it, so it was not sent again.</summary>
    Answered,
}
