namespace Rettidig.Functions.Mail;

/// <summary>What a mail is for; decides how it is listed, never what it may contain.</summary>
public enum MailKind
{
    Reminder,
    Urgent,
    Digest,
    AllOnTime,
    SiteNotice,
    Operator,
}
