using Microsoft.Extensions.Configuration;
using Rettidig.Functions.Mail;

namespace Rettidig.Unit.Tests.Mail;

public class MailSettingsTests
{
    [Fact]
    public void Without_settings_mail_goes_to_a_folder_beside_the_data()
    {
        MailSettings settings = Read(("SelfHost:Data", "/var/lib/rettidig"));

        Assert.Null(settings.SendGridKey);
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
    public void SendGrid_needs_a_sender() =>
        Assert.Contains("Mail:From mangler", Assert.Throws<InvalidOperationException>(() => Read(("SendGrid:ApiKey", "SG.x"))).Message, StringComparison.Ordinal);

    private static MailSettings Read(params (string Name, string Value)[] settings) => MailSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value)).Build());
}
