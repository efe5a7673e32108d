namespace Rettidig.Functions.Mail;

/// <summary>The conversation with an SMTP server cannot go on, and no mail went. The message is for the operator and holds no address.</summary>
internal sealed class SmtpException : Exception
{
    public SmtpException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
