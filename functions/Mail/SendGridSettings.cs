using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Rettidig.Functions.Settings;

namespace Rettidig.Functions.Mail;

/// <summary>How mail goes with SendGrid.</summary>
/// <param name="Key">SendGrid:ApiKey; it needs the scope mail.send and no other.</param>
/// <param name="Region">SendGrid:Region: <c>global</c> or <c>eu</c>, where the account keeps its mail.</param>
/// <param name="Sandbox">SendGrid:Sandbox: SendGrid checks the mails and sends none.</param>
/// <param name="WebhookKey">SendGrid:WebhookKey: the public key SendGrid signs its delivery events with; null: none are taken.</param>
public sealed record SendGridSettings(string Key, string Region = "global", bool Sandbox = false, string? WebhookKey = null)
{
    internal const string KeyName = "SendGrid:ApiKey";
    internal const string WebhookKeyName = "SendGrid:WebhookKey";

    /// <summary>Keeps the key out of messages.</summary>
    public override string ToString() => $"SendGrid ({Region})";

    /// <summary>Null where there is no key.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message says which and what to write.</exception>
    public static SendGridSettings? Read(IConfiguration configuration) => configuration.Secret(KeyName) is { } key
        ? new SendGridSettings(
            key,
            MailSetting.OneOf(configuration, "SendGrid:Region", "global", "eu"),
            MailSetting.OneOf(configuration, "SendGrid:Sandbox", "false", "true") == "true",
            ReadWebhookKey(configuration))
        : null;

    /// <summary>The key as it verifies signatures.</summary>
    internal static ECDsa Import(string webhookKey)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(webhookKey), out _);
        return key;
    }

    private static string? ReadWebhookKey(IConfiguration configuration)
    {
        string? given = MailSetting.Given(configuration, WebhookKeyName);
        try
        {
            using ECDsa? key = given is null ? null : Import(given);
            return given;
        }
        catch (Exception unusable) when (unusable is FormatException or CryptographicException)
        {
            throw new InvalidOperationException(
                $"Indstillingen {WebhookKeyName} er ikke en nøgle: skriv den Verification Key, som SendGrid viser under Mail Settings, Event Webhook, på én linje og uden BEGIN og END.", unusable);
        }
    }
}
