namespace Rettidig.Functions.Reminders;

/// <summary>The mail service cannot take a mail now; trying again later is right.</summary>
public sealed class MailAwayException : Exception
{
    public MailAwayException()
    {
    }

    public MailAwayException(string message)
        : base(message)
    {
    }

    public MailAwayException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
