namespace Rettidig.Functions.Mail;

/// <summary>How an attempt to send went. An outcome is a value: no transport throws for what a mail service may answer.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>The mail is in the hands of the service, or in the folder.</summary>
    public sealed record Sent : MailOutcome;

    /// <summary>Not sent; worth trying again. <paramref name="After"/> is what the service asked for, null when it did not say.</summary>
    public sealed record Retry(TimeSpan? After, string Reason) : MailOutcome;

    /// <summary>Not sent, and the same mail would be refused again. The reason holds no address.</summary>
    public sealed record Failed(string Reason) : MailOutcome;

    /// <summary>The mail may or may not have gone: the answer was lost. Sending again may send twice.</summary>
    public sealed record Ambiguous(string Reason) : MailOutcome;
}
