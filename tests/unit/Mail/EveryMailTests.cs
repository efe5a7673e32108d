using System.Text.RegularExpressions;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Mail;
using static Rettidig.Unit.Tests.Mail.MailSamples;

namespace Rettidig.Unit.Tests.Mail;

/// <summary>What holds for every kind of mail.</summary>
public class EveryMailTests
{
    private const string Hostile = "</td><script>alert(1)</script><img src=x onerror=alert(2)>";

    public static TheoryData<string> Kinds => [.. Enum.GetNames<MailKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_comes_from_outside_is_shown_and_never_run(string kind)
    {
        MailMessage mail = await ComposeAsync(Content(kind, Hostile), new Mailbox("a@b.dk", Hostile));

        var page = Open(mail.Html);
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, link, form"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        if (kind != nameof(MailKind.SiteNotice))
        {
            Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_is_fetched_from_elsewhere_when_a_mail_is_opened(string kind)
    {
        MailMessage mail = await ComposeAsync(Content(kind, "P-7"));

        Assert.DoesNotMatch(new Regex(@"src=|url\(|@import|<link|background=", RegexOptions.IgnoreCase), mail.Html);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_text_has_no_line_longer_than_76_but_for_a_link(string kind)
    {
        MailMessage mail = await ComposeAsync(Content(kind, "en meget lang reference med mange ord, som må brydes et sted, så linjen kan læses"));

        Assert.DoesNotContain(mail.Text.Split('\n'), line => line.Length > 76 && !line.TrimStart().StartsWith("https://", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_text_was_written_as_text(string kind)
    {
        MailMessage mail = await ComposeAsync(Content(kind, "P-7"));

        Assert.DoesNotMatch(@"<[a-z/!]|&[a-z#0-9]+;", mail.Text);
        Assert.DoesNotContain('\r', mail.Text);
        Assert.DoesNotContain(mail.Text.Split('\n'), line => line.EndsWith(' '));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_content_gives_the_same_bytes(string kind)
    {
        byte[] once = EmlWriter.Write(await ComposeAsync(Content(kind, "P-7")));
        byte[] again = EmlWriter.Write(await ComposeAsync(Content(kind, "P-7")));

        Assert.Equal(once, again);
    }

    [Fact]
    public async Task A_site_is_sent_a_link_and_not_one_telling_word()
    {
        MailMessage mail = await ComposeAsync(
            Content(nameof(MailKind.SiteNotice), "P-7"), new Mailbox("familien@privat.example", "Familien Holm"), "reminder:101:site:P-7:sted-4");

        string[] telling = ["anbrag", "anbring", "barn", "børn", "plej", "plan", "sag", "sted", "lov", "§", "kommunal", "P-7", "Holm", "frist"];
        string all = string.Join('\n', mail.Subject, mail.Text, mail.Html).Replace("https://rettidig.kommune.example/s/abc", "", StringComparison.Ordinal);
        Assert.DoesNotContain(telling, word => all.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("https://rettidig.kommune.example/s/abc", mail.Text, StringComparison.Ordinal);
        Assert.Equal("https://rettidig.kommune.example/s/abc", Open(mail.Html).QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_operator_is_told_what_to_do()
    {
        MailMessage mail = await ComposeAsync(Content(nameof(MailKind.Operator), "P-7"));

        Assert.Equal("Rettidig, drift i 101: 1 anbringelse uden afgørelse, 1 ukendt modtager og 12 afviste hændelser", mail.Subject);
        Assert.Contains("P-7: 3 hændelser siden 20-11-2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("sb-99: 1 påmindelse venter", Words(mail), StringComparison.Ordinal);
        Assert.Contains("Send placement.decided fra fagsystemet.", Words(mail), StringComparison.Ordinal);
    }

    private static MailContent Content(string kind, string words) => Enum.Parse<MailKind>(kind) switch
    {
        MailKind.Reminder => Reminder(Foreign(words)),
        MailKind.Urgent => new ReminderMail(Today, [Foreign(words)], Overview, Urgent: true),
        MailKind.Digest => Digest([Late(3) with { Duty = words, Placement = words, Caseworker = new DigestStaff("sb-1", words) }]) with
        {
            Scope = words,
            Chases = [new DigestChase(words, words, 1, Today, Overview)],
        },
        MailKind.AllOnTime => new AllOnTimeMail(Today, words, 17, 1, Overview),
        MailKind.SiteNotice => new SiteNoticeMail(new Uri("https://rettidig.kommune.example/s/abc")),
        MailKind.Operator => new OperatorMail(
            Today, "101", [new OperatorPlacement(words, 3, new LocalDate(2026, 11, 20))], [new OperatorRecipient("sb-99", 1)],
            [new OperatorDeadLetters("malformed-field", words, 12)], Overview),
        var other => throw new InvalidOperationException($"The kind {other} has no sample."),
    };

    private static ReminderItem Foreign(string words) => Item(-3, step: StepName.Escalate, role: Role.TeamLeader) with
    {
        Placement = words, Duty = words, Law = words, Explanation = words, Caseworker = words, OnBehalfOf = words,
    };
}
