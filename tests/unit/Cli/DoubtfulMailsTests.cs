using Rettidig.Cli.Doctor;
using Rettidig.Functions.Api;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;

namespace Rettidig.Unit.Tests.Cli;

/// <summary>What <c>rettidig doctor</c> says of mails nobody knew of.</summary>
public sealed class DoubtfulMailsTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 7, 1, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Doctor_says_what_was_open_to_whom_and_what_came_of_it() => Assert.Equal(
        "2 mails i de seneste 14 dage, man ikke ved, om er sendt: "
            + "23-11-2026 kl. 07.01 ugeoversigt til chef-1, sendes én gang til; 23-11-2026 kl. 07.01 besked til et anbringelsessted, sendt én gang til.",
        DoubtfulMails.Text([Mail(MailKind.Digest, "chef-1", UncertainFate.Open), Mail(MailKind.SiteNotice, null, UncertainFate.SentAgain)]));

    [Fact]
    public void Of_many_it_names_the_five_latest_and_where_the_rest_stand()
    {
        string text = DoubtfulMails.Text([.. Enumerable.Repeat(Mail(MailKind.Reminder, "sb-1", UncertainFate.NextInLine), 7)]);

        Assert.StartsWith("7 mails", text, StringComparison.Ordinal);
        Assert.Equal(5, text.Split("påmindelse til sb-1, sendt til den næste i rækken").Length - 1);
        Assert.EndsWith("Resten står på overblikket.", text, StringComparison.Ordinal);
    }

    private static ToldMail Mail(MailKind kind, string? recipient, UncertainFate fate) => new("101", Monday, kind, recipient, "SendGrid svarede ikke i tide.", fate);
}
