using System.Text;
using System.Text.RegularExpressions;
using Rettidig.Functions.Mail;
using static Rettidig.Unit.Tests.Mail.MailSamples;

namespace Rettidig.Unit.Tests.Mail;

public class EmlTests
{
    [Fact]
    public async Task A_message_is_ascii_in_short_lines_ending_in_crlf()
    {
        string eml = await EmlAsync();

        Assert.All(eml, letter => Assert.InRange(letter, '\n', '~'));
        Assert.DoesNotMatch("(?<!\r)\n|\r(?!\n)", eml);
        Assert.All(eml.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }

    [Fact]
    public async Task The_headers_say_who_when_and_what()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)));
        string eml = Encoding.ASCII.GetString(EmlWriter.Write(mail));

        Assert.Contains("Date: Thu, 03 Dec 2026 07:00:00 +0100\r\n", eml, StringComparison.Ordinal);
        Assert.Contains("From: \"Rettidig\" <rettidig@kommune.example>\r\n", eml, StringComparison.Ordinal);
        Assert.Contains("To: =?utf-8?Q?Anna_=C3=98sterg=C3=A5rd?= <anna@kommune.example>\r\n", eml, StringComparison.Ordinal);
        Assert.Contains("Subject: Rettidig: 1 frist er overskredet\r\n", eml, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{mail.Id}@kommune.example>\r\n", eml, StringComparison.Ordinal);
        Assert.Contains($"boundary=\"=_{mail.Id}\"", eml, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated\r\n", eml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_parts_come_back_whole()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3), Item(0), Item(3)));
        string[] parts = Encoding.ASCII.GetString(EmlWriter.Write(mail)).Split($"--=_{mail.Id}");

        Assert.Equal(4, parts.Length);
        Assert.Equal(mail.Text, Decode(parts[1]));
        Assert.Equal(mail.Html, Decode(parts[2]));
        Assert.Equal("--\r\n", parts[3]);
    }

    [Fact]
    public async Task A_long_danish_subject_and_name_are_folded_and_read_back()
    {
        var to = new Mailbox("a@b.dk", "Åse \"Ø\" Mortensen-Kristoffersen af en meget lang slægt i Sønderborg og omegn");
        MailMessage mail = await ComposeAsync(Reminder(Item(-3), Item(0), Item(3)), to);
        byte[] eml = EmlWriter.Write(mail);

        Assert.All(Encoding.ASCII.GetString(eml).Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        MailOnFile back = EmlReader.Read(eml);
        Assert.Equal(mail.Subject, back.Subject);
        Assert.Equal(to.ToString(), back.To);
        Assert.Equal((mail.Text, mail.Html, mail.Date, mail.Kind), (back.Text, back.Html, back.Date, back.Kind));
    }

    [Fact]
    public async Task A_name_cannot_add_a_header()
    {
        var to = new Mailbox("a@b.dk", "Anna\r\nBcc: alle@kommune.dk\r\n\r\nbrødtekst");
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)), to);
        string head = Encoding.ASCII.GetString(EmlWriter.Write(mail)).Split("\r\n\r\n")[0];

        Assert.DoesNotMatch(new Regex("^Bcc:", RegexOptions.Multiline), head);
    }

    [Theory]
    [InlineData("a@b.dk\r\nBcc: c@d.dk")]
    [InlineData("a@b.dk, c@d.dk")]
    [InlineData("a b@c.dk")]
    [InlineData("a@")]
    [InlineData("å@b.dk")]
    [InlineData("")]
    public void Only_one_plain_address_is_an_address(string address) =>
        Assert.Throws<FormatException>(() => new Mailbox(address));

    [Fact]
    public async Task The_file_is_named_by_time_and_key_and_names_no_one()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)));

        Assert.Matches(@"\A2026-12-03T0700-[0-9a-f]{20}\.eml\z", EmlWriter.FileName(mail));
        Assert.NotEqual(EmlWriter.FileName(mail), EmlWriter.FileName(await ComposeAsync(Reminder(Item(-3)), key: "reminder:101:sb-13:2026-12-03")));
    }

    /// <summary>RFC 2045, written apart from the product's own.</summary>
    private static string Decode(string part)
    {
        string body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..^2];
        string joined = body.Replace("=\r\n", "", StringComparison.Ordinal);
        byte[] bytes = [.. Regex.Matches(joined, "=([0-9A-F]{2})|.", RegexOptions.Singleline)
            .Select(match => match.Groups[1].Success ? Convert.ToByte(match.Groups[1].Value, 16) : (byte)match.Value[0])];
        return Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static async Task<string> EmlAsync() =>
        Encoding.ASCII.GetString(EmlWriter.Write(await ComposeAsync(Reminder(Item(-3), Item(0), Item(3)))));
}
