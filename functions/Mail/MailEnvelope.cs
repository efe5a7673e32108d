using NodaTime;

namespace Rettidig.Functions.Mail;

/// <summary>Whom a mail is for and when it was made.</summary>
/// <param name="Key">Stable: the same key is the same mail, however often it is composed or sent.</param>
/// <param name="To">The recipient.</param>
/// <param name="At">The moment from the clock of the host; shown in Copenhagen time.</param>
public sealed record MailEnvelope(string Key, Mailbox To, Instant At);
