using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Mail;

/// <summary>How mail leaves the house: with SendGrid where there is a key, else by SMTP where there is a host, else into a folder.</summary>
/// <param name="From">Mail:From, e.g. "Rettidig &lt;rettidig@kommune.dk&gt;".</param>
/// <param name="Outbox">Mail:Outbox, an absolute path; by default the folder outbox beside the embedded database.</param>
/// <param name="Durable">Whether a file is flushed to the disk before the mail counts as sent; see SelfHost:Durability.</param>
public sealed record MailSettings(Mailbox From, string Outbox, bool Durable = true)
{
    /// <summary>The sender where no mail can leave the machine anyway. The name "invalid" is reserved and never delivered to.</summary>
    private const string LocalSender = "Rettidig <rettidig@rettidig.invalid>";

    private const string OutboxName = "Mail:Outbox";

    /// <summary>Null: not with SendGrid.</summary>
    public SendGridSettings? SendGrid { get; init; }

    /// <summary>Null: not by SMTP. Read only where there is no SendGrid.</summary>
    public SmtpSettings? Smtp { get; init; }

    /// <summary>Whether mail goes to people, and not only into the folder.</summary>
    public bool LeavesTheHouse => SendGrid is not null || Smtp is not null;

    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message says which and what to write.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        SendGridSettings? sendGrid = SendGridSettings.Read(configuration);
        SmtpSettings? smtp = sendGrid is null ? SmtpSettings.Read(configuration) : null;
        string? from = MailSetting.Given(configuration, "Mail:From");
        if (from is null && (sendGrid is not null || smtp is not null))
        {
            throw Wrong("mangler", sendGrid is not null
                ? $"{SendGridSettings.KeyName} er sat, og SendGrid tager kun mail fra en godkendt afsender"
                : $"{SmtpSettings.HostName} er sat, og mail til mennesker skal have en afsender");
        }

        string folder = (MailSetting.Given(configuration, OutboxName) is { } given ? Writable(given) : null)
            ?? Path.Combine(MailSetting.Given(configuration, "SelfHost:Data") ?? "data", "outbox");
        bool durable = !string.Equals(MailSetting.Given(configuration, "SelfHost:Durability"), "None", StringComparison.OrdinalIgnoreCase);
        return new MailSettings(ReadFrom(from ?? LocalSender), Path.GetFullPath(folder), durable) { SendGrid = sendGrid, Smtp = smtp };
    }

    /// <summary>A folder someone chose is tried at the start: mail that waits for it all night helps nobody.</summary>
    private static string Writable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string trial = Path.Combine(folder, Path.GetRandomFileName());
            using var file = new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"Indstillingen {OutboxName} er \"{folder}\": der kan ikke skrives i den mappe. Giv værten skriveadgang og plads, eller vælg en anden mappe.", error);
        }
    }

    private static Mailbox ReadFrom(string text)
    {
        try
        {
            return Mailbox.Parse(text);
        }
        catch (FormatException)
        {
            throw Wrong($"er \"{text}\"", "det er ikke én mailadresse");
        }
    }

    private static InvalidOperationException Wrong(string came, string why) => new(
        $"Indstillingen Mail:From {came}: {why}. Skriv den adresse, mail sendes fra, fx \"Rettidig <rettidig@kommune.dk>\".");
}
