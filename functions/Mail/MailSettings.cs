using Microsoft.Extensions.Configuration;

namespace Rettidig.Functions.Mail;

/// <summary>How mail leaves the house.</summary>
/// <param name="From">Mail:From, e.g. "Rettidig &lt;rettidig@kommune.dk&gt;".</param>
/// <param name="SendGridKey">SendGrid:ApiKey; null: mail goes to the folder.</param>
/// <param name="Outbox">Mail:Outbox, an absolute path; by default the folder outbox beside the embedded database.</param>
/// <param name="Durable">Whether a file is flushed to the disk before the mail counts as sent; see SelfHost:Durability.</param>
public sealed record MailSettings(Mailbox From, string? SendGridKey, string Outbox, bool Durable = true)
{
    /// <summary>The sender where no mail can leave the machine anyway. The name "invalid" is reserved and never delivered to.</summary>
    private const string LocalSender = "Rettidig <rettidig@rettidig.invalid>";

    /// <exception cref="InvalidOperationException">A setting is missing or wrong; the message says which and what to write.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        string? key = Given(configuration, "SendGrid:ApiKey");
        string? from = Given(configuration, "Mail:From");
        if (key is not null && from is null)
        {
            throw Wrong("mangler", "SendGrid:ApiKey er sat, og SendGrid tager kun mail fra en godkendt afsender");
        }

        string folder = Given(configuration, "Mail:Outbox") ?? Path.Combine(Given(configuration, "SelfHost:Data") ?? "data", "outbox");
        bool durable = !string.Equals(Given(configuration, "SelfHost:Durability"), "None", StringComparison.OrdinalIgnoreCase);
        return new MailSettings(ReadFrom(from ?? LocalSender), key, Path.GetFullPath(folder), durable);
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

    private static string? Given(IConfiguration configuration, string name) =>
        configuration[name] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static InvalidOperationException Wrong(string came, string why) => new(
        $"Indstillingen Mail:From {came}: {why}. Skriv den adresse, mail sendes fra, fx \"Rettidig <rettidig@kommune.dk>\".");
}
