using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rettidig.Functions.Mail;
using Rettidig.Functions.SiteLinks;

namespace Rettidig.Unit.Tests.Mail;

public class MailSettingsTests
{
    [Fact]
    public void Without_settings_mail_goes_to_a_folder_beside_the_data()
    {
        MailSettings settings = Read(("SelfHost:Data", "/var/lib/rettidig"));

        Assert.Null(settings.SendGrid);
        Assert.Equal(Path.GetFullPath("/var/lib/rettidig/outbox"), settings.Outbox);
        Assert.EndsWith(".invalid", settings.From.Address, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sender_may_have_a_name()
    {
        MailSettings settings = Read(("Mail:From", "Rettidig i Nordby <rettidig@nordby.dk>"));

        Assert.Equal(("rettidig@nordby.dk", "Rettidig i Nordby"), (settings.From.Address, settings.From.Name));
    }

    [Fact]
    public void A_sender_that_is_no_address_is_refused_with_a_remedy()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(("Mail:From", "rettidig")));

        Assert.Contains("Mail:From er \"rettidig\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("fx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_for_mail_that_cannot_be_written_is_refused_with_a_remedy()
    {
        string file = Path.GetTempFileName();
        var error = Assert.Throws<InvalidOperationException>(() => Read(("Mail:Outbox", Path.Combine(file, "outbox"))));
        File.Delete(file);

        Assert.Contains("Mail:Outbox er ", error.Message, StringComparison.Ordinal);
        Assert.Contains("vælg en anden mappe", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_for_mail_is_made_and_left_empty()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rettidig-test-");
        string outbox = Path.Combine(folder.FullName, "mails");

        Assert.Equal(outbox, Read(("Mail:Outbox", outbox)).Outbox);
        Assert.Empty(Directory.EnumerateFileSystemEntries(outbox));
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("SendGrid:ApiKey")]
    [InlineData("SiteLinks:Key")]
    public void A_secret_that_was_not_fetched_from_the_key_vault_is_refused_and_nothing_is_signed_with_the_reference_to_it(string name)
    {
        (string, string)[] settings = [("Mail:From", "rettidig@nordby.dk"), (name, "@Microsoft.KeyVault(SecretUri=https://kv-abc.vault.azure.net/secrets/sitelinks-key)")];

        var error = Assert.Throws<InvalidOperationException>(() =>
        {
            Read(settings);
            SiteLinkSettings.Check(Of(settings));
        });

        Assert.Contains($"{name} er ikke hentet fra nøgleboksen", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SendGrid_needs_a_sender() =>
        Assert.Contains("Mail:From mangler", Assert.Throws<InvalidOperationException>(() => Read(("SendGrid:ApiKey", "SG.x"))).Message, StringComparison.Ordinal);

    [Fact]
    public void SMTP_needs_a_sender_too() =>
        Assert.Contains("Mail:From mangler", Assert.Throws<InvalidOperationException>(() => Read(("Smtp:Host", "mail.kommune.dk"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(null, 587, false)]
    [InlineData("25", 25, false)]
    [InlineData("465", 465, true)]
    public void SMTP_is_encrypted_on_every_port(string? port, int expected, bool first)
    {
        SmtpSettings smtp = Read(("Mail:From", "rettidig@nordby.dk"), ("Smtp:Host", "mail.nordby.dk"), ("Smtp:Port", port ?? "")).Smtp!;

        Assert.Equal(("mail.nordby.dk", expected, first), (smtp.Host, smtp.Port, smtp.TlsFirst));
    }

    [Theory]
    [InlineData("Smtp:Port", "smtp")]
    [InlineData("Smtp:User", "rettidig")]
    [InlineData("Smtp:Password", "hemmelig")]
    [InlineData("Smtp:CaFile", "/findes/ikke.pem")]
    public void A_setting_of_SMTP_that_cannot_be_used_is_named_with_a_remedy(string name, string value)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(("Mail:From", "rettidig@nordby.dk"), ("Smtp:Host", "mail.nordby.dk"), (name, value)));

        Assert.Contains("Smtp:", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_key_mail_goes_with_SendGrid_whatever_is_set_of_SMTP()
    {
        MailSettings settings = Read(("Mail:From", "rettidig@nordby.dk"), ("SendGrid:ApiKey", "SG.x"), ("SendGrid:Region", "EU"), ("SendGrid:Sandbox", "true"), ("Smtp:Host", "mail.nordby.dk"));

        Assert.Null(settings.Smtp);
        Assert.Equal(("eu", true, null), (settings.SendGrid!.Region, settings.SendGrid.Sandbox, settings.SendGrid.WebhookKey));
        Assert.DoesNotContain("SG.x", settings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SendGrid:Region", "us", "global eller eu")]
    [InlineData("SendGrid:Sandbox", "måske", "false eller true")]
    [InlineData("SendGrid:WebhookKey", "ikke en nøgle", "Verification Key")]
    [InlineData("SendGrid:WebhookKey", "AAAA", "Verification Key")]
    public void A_setting_of_SendGrid_that_cannot_be_used_is_named_with_a_remedy(string name, string value, string remedy)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Read(("Mail:From", "rettidig@nordby.dk"), ("SendGrid:ApiKey", "SG.x"), (name, value)));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(OutboxFolder))]
    [InlineData(typeof(SmtpTransport), "Smtp:Host", "mail.nordby.dk")]
    [InlineData(typeof(SendGridTransport), "SendGrid:ApiKey", "SG.x")]
    public void The_settings_choose_the_one_way_mail_leaves(Type expected, params string[] setting)
    {
        var settings = new Dictionary<string, string?> { ["Mail:From"] = "rettidig@nordby.dk" };
        if (setting is [var name, var value])
        {
            settings[name] = value;
        }

        using ServiceProvider services = new ServiceCollection()
            .AddLogging()
            .AddMail(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();

        Assert.IsType(expected, services.GetRequiredService<IMailTransport>());
    }

    private static MailSettings Read(params (string Name, string Value)[] settings) => MailSettings.Read(Of(settings));

    private static IConfiguration Of((string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build();
}
