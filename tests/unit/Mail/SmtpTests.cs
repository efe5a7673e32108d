using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Rettidig.Functions.Mail;
using Rettidig.Unit.Tests.Node;
using static Rettidig.Unit.Tests.Mail.MailSamples;

namespace Rettidig.Unit.Tests.Mail;

/// <summary>Mail by SMTP to a real server: smtp-server from npm, with certificates made for the test.</summary>
public sealed class SmtpTests : IDisposable
{
    private readonly TestCertificates certificates = new();

    [Theory]
    [InlineData("starttls", "PLAIN")]
    [InlineData("starttls", "LOGIN")]
    [InlineData("tls", "PLAIN")]
    public async Task A_mail_arrives_whole_encrypted_and_signed_in(string mode, string auth)
    {
        await using NodeScript server = Server(mode, certificates.For("localhost"), auth);
        MailMessage mail = await ComposeAsync(Reminder(Item(-3)));

        MailOutcome outcome = await SendAsync(server, mode, mail);

        Assert.IsType<MailOutcome.Sent>(outcome);
        Assert.True(JsonDocument.Parse(await server.LineAsync()).RootElement.GetProperty("secure").GetBoolean());
        JsonElement taken = JsonDocument.Parse(await server.LineAsync()).RootElement;
        Assert.Equal(("rettidig@kommune.example", "anna@kommune.example", true, "user@kommune.dk"), (
            taken.GetProperty("from").GetString(), taken.GetProperty("to")[0].GetString(), taken.GetProperty("secure").GetBoolean(), taken.GetProperty("user").GetString()));
        Assert.Equal(Encoding.ASCII.GetString(EmlWriter.Write(mail)), Encoding.ASCII.GetString(taken.GetProperty("mail").GetBytesFromBase64()));
    }

    [Fact]
    public async Task The_same_reminder_sent_again_has_the_same_Message_ID()
    {
        await using NodeScript server = Server("starttls", certificates.For("localhost"));
        await SendAsync(server, "starttls", await ComposeAsync(Reminder(Item(-3))));
        int port = lastPort;
        await SendAsync(port, "starttls", await ComposeAsync(Reminder(Item(-3))));

        string[] ids = [await MessageIdAsync(server), await MessageIdAsync(server)];

        Assert.Equal(ids[0], ids[1]);
        Assert.EndsWith("@kommune.example>", ids[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_one_dot_does_not_end_the_mail()
    {
        await using NodeScript server = Server("starttls", certificates.For("localhost"));
        MailMessage mail = (await ComposeAsync(Reminder(Item(-3)))) with { Text = "før\n.\n..\n.efter\n" };

        Assert.IsType<MailOutcome.Sent>(await SendAsync(server, "starttls", mail));

        await server.LineAsync();
        byte[] taken = JsonDocument.Parse(await server.LineAsync()).RootElement.GetProperty("mail").GetBytesFromBase64();
        Assert.Equal("før\n.\n..\n.efter\n", EmlReader.Read(taken).Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_server_without_TLS_gets_neither_password_nor_mail()
    {
        await using NodeScript server = Server("plain", certificates.For("localhost"));

        MailOutcome outcome = await SendAsync(server, "starttls", await ComposeAsync(Reminder(Item(-3))));

        Assert.Contains("tilbyder ikke TLS", Assert.IsType<MailOutcome.Retry>(outcome).Reason, StringComparison.Ordinal);
        await SaidNothingAsync(server);
    }

    [Theory]
    [InlineData("starttls", "expired")]
    [InlineData("starttls", "another name")]
    [InlineData("starttls", "unknown authority")]
    [InlineData("tls", "expired")]
    [InlineData("tls", "another name")]
    [InlineData("tls", "unknown authority")]
    public async Task A_certificate_that_cannot_be_trusted_gets_neither_password_nor_mail(string mode, string fault)
    {
        using var stranger = new TestCertificates();
        await using NodeScript server = Server(mode, fault switch
        {
            "expired" => certificates.For("localhost", expired: true),
            "another name" => certificates.For("mail.example.dk"),
            _ => stranger.For("localhost"),
        });

        MailOutcome outcome = await SendAsync(server, mode, await ComposeAsync(Reminder(Item(-3))));

        Assert.Contains("Certifikatet", Assert.IsType<MailOutcome.Retry>(outcome).Reason, StringComparison.Ordinal);
        await SaidNothingAsync(server);
    }

    [Fact]
    public async Task Without_an_authority_of_our_own_the_machines_decide_and_know_no_test_certificate()
    {
        await using NodeScript server = Server("starttls", certificates.For("localhost"));
        int port = await PortAsync(server);

        MailOutcome outcome = await SendAsync(Settings(port, "starttls") with { Authorities = null }, await ComposeAsync(Reminder(Item(-3))));

        Assert.IsType<MailOutcome.Retry>(outcome);
        await SaidNothingAsync(server);
    }

    [Fact]
    public async Task A_password_that_is_wrong_is_no_fault_of_the_recipients()
    {
        await using NodeScript server = Server("starttls", certificates.For("localhost"));
        int port = await PortAsync(server);

        MailOutcome outcome = await SendAsync(Settings(port, "starttls") with { Password = "forkert" }, await ComposeAsync(Reminder(Item(-3))));

        string reason = Assert.IsType<MailOutcome.Retry>(outcome).Reason;
        Assert.Contains("Smtp:Password", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("forkert", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("user@", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_does_not_exist_is_refused_for_good_and_not_named()
    {
        await using NodeScript server = Server("starttls", certificates.For("localhost"));

        MailOutcome outcome = await SendAsync(server, "starttls", await ComposeAsync(Reminder(Item(-3)), new Mailbox("unknown@kommune.example")));

        string reason = Assert.IsType<MailOutcome.Failed>(outcome).Reason;
        Assert.Contains("550", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_that_is_full_for_now_is_tried_again()
    {
        await using NodeScript server = Server("starttls", certificates.For("localhost"));

        Assert.IsType<MailOutcome.Retry>(await SendAsync(server, "starttls", await ComposeAsync(Reminder(Item(-3)), new Mailbox("later@kommune.example"))));
    }

    [Fact]
    public async Task A_connection_lost_when_the_mail_was_whole_leaves_it_open_whether_it_went()
    {
        await using NodeScript server = Server("starttls", certificates.For("localhost"));

        Assert.IsType<MailOutcome.Ambiguous>(await SendAsync(server, "starttls", await ComposeAsync(Reminder(Item(-3)), new Mailbox("lost@kommune.example"))));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again() =>
        Assert.IsType<MailOutcome.Retry>(await SendAsync(Settings(FreePort(), "starttls"), await ComposeAsync(Reminder(Item(-3)))));

    [Fact]
    public async Task A_server_that_speaks_out_of_turn_before_TLS_is_not_trusted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Task server = AnswerAsync(listener, "220 hej\r\n", "250-hej\r\n250 STARTTLS\r\n", "220 kom\r\n250 og så dette\r\n");

        MailOutcome outcome = await SendAsync(Settings(((IPEndPoint)listener.LocalEndpoint).Port, "starttls"), await ComposeAsync(Reminder(Item(-3))));

        Assert.IsType<MailOutcome.Retry>(outcome);
        await server;
    }

    public void Dispose() => certificates.Dispose();

    private int lastPort;

    private static NodeScript Server(string mode, (string Certificate, string Key) files, string auth = "PLAIN") =>
        NodeScript.Start("smtp.mjs", [mode, files.Certificate, files.Key], ("AUTH", auth));

    private static async Task<int> PortAsync(NodeScript server) =>
        int.Parse((await server.LineAsync())["ready ".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<MailOutcome> SendAsync(NodeScript server, string mode, MailMessage mail)
    {
        lastPort = await PortAsync(server);
        return await SendAsync(lastPort, mode, mail);
    }

    private Task<MailOutcome> SendAsync(int port, string mode, MailMessage mail) => SendAsync(Settings(port, mode), mail);

    private static Task<MailOutcome> SendAsync(SmtpSettings settings, MailMessage mail) =>
        new SmtpTransport(settings, TimeProvider.System, NullLogger<SmtpTransport>.Instance).SendAsync(mail, CancellationToken.None);

    private SmtpSettings Settings(int port, string mode) => new("localhost", port, mode == "tls", "user@kommune.dk", "hemmelig") { Authorities = certificates.Authorities };

    private static async Task<string> MessageIdAsync(NodeScript server)
    {
        await server.LineAsync();
        return EmlReader.Read(JsonDocument.Parse(await server.LineAsync()).RootElement.GetProperty("mail").GetBytesFromBase64()).Header("Message-ID");
    }

    /// <summary>It has seen no password and no mail: nothing comes before the end it is told to come to.</summary>
    private static async Task SaidNothingAsync(NodeScript server)
    {
        server.End();
        Assert.Null(await server.LastLineAsync());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnswerAsync(TcpListener listener, params string[] answers)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        foreach (string answer in answers)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
            await reader.ReadLineAsync();
        }
    }
}
