using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Reminders;

/// <summary>A mail before it is composed.</summary>
/// <param name="To">The mailbox.</param>
/// <param name="Content">What it says.</param>
internal sealed record Letter(Mailbox To, MailContent Content);
