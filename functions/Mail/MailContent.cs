namespace Rettidig.Functions.Mail;

/// <summary>What one kind of mail says, as plain data. A <see cref="MailComposer"/> makes a <see cref="MailMessage"/> of it.</summary>
public abstract record MailContent
{
    public abstract MailKind Kind { get; }

    /// <summary>One line with counts only.</summary>
    public abstract string Subject { get; }

    /// <summary>The Razor component that shows this mail; its one parameter is named Mail.</summary>
    internal abstract Type Component { get; }

    internal abstract string WriteText(Mailbox to);
}
