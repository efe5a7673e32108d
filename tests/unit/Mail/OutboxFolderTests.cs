using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Pages;
using static Rettidig.Unit.Tests.Mail.MailSamples;

namespace Rettidig.Unit.Tests.Mail;

public sealed class OutboxFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rettidig-outbox-").FullName;
    private readonly MailSettings settings;

    public OutboxFolderTests() =>
        settings = new MailSettings(Mailbox.Parse("rettidig@kommune.example"), Path.Combine(folder, "outbox"), Durable: false);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_same_mail_sent_twice_is_one_file_and_nothing_is_left_over()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)));

        Assert.IsType<MailOutcome.Sent>(await SendAsync(mail));
        Assert.IsType<MailOutcome.Sent>(await SendAsync(mail));

        string file = Assert.Single(Directory.GetFiles(settings.Outbox));
        Assert.Equal(EmlWriter.FileName(mail), Path.GetFileName(file));
        Assert.Equal(EmlWriter.Write(mail), await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_tried_again()
    {
        await File.WriteAllTextAsync(settings.Outbox, "a file where the folder should be");

        MailOutcome.Retry retry = Assert.IsType<MailOutcome.Retry>(await SendAsync(await ComposeAsync(Reminder(Item(-3)))));
        Assert.Contains("Mail:Outbox", retry.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shelf_shows_the_newest_first_and_finds_by_recipient()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)));
        await SendAsync(mail with { Date = mail.Date.AddDays(-1) });
        await SendAsync(mail with { To = new Mailbox("bo@kommune.example", "Bo Ærø") });

        OutboxModel all = new OutboxShelf(settings).List("", 1);
        Assert.Equal(["Bo Ærø <bo@kommune.example>", "Anna Østergård <anna@kommune.example>"], all.Entries.Select(entry => entry.To));
        Assert.Equal("Bo Ærø <bo@kommune.example>", Assert.Single(new OutboxShelf(settings).List("ærø", 1).Entries).To);
        Assert.Equal(mail.Subject, new OutboxShelf(settings).Open(all.Entries[0].Id)!.Subject);
    }

    [Fact]
    public async Task Fifty_mails_are_a_page()
    {
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)));
        for (int i = 0; i < 51; i++)
        {
            await SendAsync(mail with { Date = mail.Date.AddMinutes(i) });
        }

        OutboxModel last = new OutboxShelf(settings).List("", 99);
        Assert.Equal((2, 2, 51, 1), (last.Number, last.Pages, last.Total, last.Entries.Count));
        Assert.Equal(mail.Date, last.Entries[0].Date);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("2026-12-03T0700-0123456789abcdef0123/../../secret")]
    [InlineData("")]
    public void An_id_cannot_lead_out_of_the_folder(string id)
    {
        Directory.CreateDirectory(settings.Outbox);
        File.WriteAllText(Path.Combine(folder, "secret.eml"), "Subject: hemmeligt\r\n\r\n");

        Assert.Null(new OutboxShelf(settings).Open(id));
    }

    private Task<MailOutcome> SendAsync(MailMessage mail) =>
        new OutboxFolder(settings, NullLogger<OutboxFolder>.Instance).SendAsync(mail, CancellationToken.None);
}
