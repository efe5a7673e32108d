using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Rettidig.Functions.Mail;

/// <summary>
/// Sends by SMTP (RFC 5321), always encrypted: a server without TLS, or with a certificate that cannot be trusted, gets
/// neither password nor mail. The mail is the same bytes as in the folder.
/// </summary>
public sealed class SmtpTransport(SmtpSettings settings, TimeProvider time, ILogger<SmtpTransport> logger) : IMailTransport
{
    public async Task<MailOutcome> SendAsync(MailMessage message, CancellationToken cancellationToken)
    {
        MailOutcome outcome = await AttemptAsync(message, cancellationToken);
        Log.Outcome(logger, message.Id, outcome);
        return outcome;
    }

    private async Task<MailOutcome> AttemptAsync(MailMessage message, CancellationToken cancellationToken)
    {
        // From the last line on the server may have taken the mail, whatever becomes of the answer.
        bool mayHaveGone = false;
        try
        {
            await using SmtpConnection connection = await SmtpConnection.OpenAsync(settings, time, cancellationToken);
            await GreetAsync(connection, message.From.Domain, cancellationToken);
            if (await EnvelopeAsync(connection, message, cancellationToken) is { } refused)
            {
                return refused;
            }

            await connection.WriteAsync(Stuffed(EmlWriter.Write(message)), cancellationToken);
            mayHaveGone = true;
            return Taken(await connection.AskAsync(".", cancellationToken));
        }
        catch (SmtpException unusable)
        {
            return new MailOutcome.Retry(null, unusable.Message);
        }
        catch (Exception broken) when (broken is IOException or SocketException or TimeoutException)
        {
            return mayHaveGone
                ? new MailOutcome.Ambiguous($"Forbindelsen til {settings} blev afbrudt, før svaret kom.")
                : new MailOutcome.Retry(null, $"{settings} kan ikke nås eller afbrød, før mailen var afleveret. Tjek Smtp:Host, Smtp:Port og netværket.");
        }
    }

    /// <summary>The conversation up to where mail may be handed over: encrypted, and signed in where there is a user.</summary>
    private async Task GreetAsync(SmtpConnection connection, string domain, CancellationToken cancellationToken)
    {
        if (settings.TlsFirst)
        {
            await connection.EncryptAsync(cancellationToken);
        }

        Expect(await connection.ReadAsync(cancellationToken), "tager ikke imod mail lige nu");
        SmtpReply hello = Expect(await connection.AskAsync($"EHLO {domain}", cancellationToken), "vil ikke tale ESMTP");
        if (!settings.TlsFirst)
        {
            if (hello.Extension("STARTTLS") is null)
            {
                throw new SmtpException($"{settings} tilbyder ikke TLS, så intet er sendt. Slå STARTTLS til på serveren, eller brug port 465.");
            }

            Expect(await connection.AskAsync("STARTTLS", cancellationToken), "ville alligevel ikke begynde TLS, så intet er sendt");
            await connection.EncryptAsync(cancellationToken);
            hello = Expect(await connection.AskAsync($"EHLO {domain}", cancellationToken), "vil ikke tale ESMTP");
        }

        if (settings.User is { } user)
        {
            SmtpReply signedIn = await SignInAsync(connection, hello.Extension("AUTH") ?? "", user, settings.Password!, cancellationToken);
            Expect(signedIn, "kender ikke brugeren: ret Smtp:User og Smtp:Password");
        }
    }

    private async Task<SmtpReply> SignInAsync(SmtpConnection connection, string offered, string user, string password, CancellationToken cancellationToken)
    {
        HashSet<string> ways = new(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
        if (ways.Contains("PLAIN"))
        {
            return await connection.AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", cancellationToken);
        }

        if (!ways.Contains("LOGIN"))
        {
            throw new SmtpException($"{settings} tilbyder hverken PLAIN eller LOGIN. Slå en af dem til, eller fjern Smtp:User, hvis serveren tager mail uden login.");
        }

        SmtpReply reply = await connection.AskAsync("AUTH LOGIN", cancellationToken);
        reply = reply.Code == 334 ? await connection.AskAsync(Base64(user), cancellationToken) : reply;
        return reply.Code == 334 ? await connection.AskAsync(Base64(password), cancellationToken) : reply;
    }

    /// <summary>Null when the server waits for the mail.</summary>
    private async Task<MailOutcome?> EnvelopeAsync(SmtpConnection connection, MailMessage message, CancellationToken cancellationToken)
    {
        Expect(await connection.AskAsync($"MAIL FROM:<{message.From.Address}>", cancellationToken), "tager ikke mail fra afsenderen i Mail:From");
        SmtpReply recipient = await connection.AskAsync($"RCPT TO:<{message.To.Address}>", cancellationToken);
        if (!recipient.IsDone)
        {
            return recipient.IsPassing
                ? new MailOutcome.Retry(null, $"{settings} kan ikke tage mail til modtageren nu ({recipient.Shown}).")
                : new MailOutcome.Failed($"Modtagerens postkasse blev afvist ({recipient.Shown}).");
        }

        SmtpReply go = await connection.AskAsync("DATA", cancellationToken);
        return go.Code == 354 ? null : Taken(go) is MailOutcome.Failed failed ? failed : new MailOutcome.Retry(null, $"{settings} kan ikke tage mailen nu ({go.Shown}).");
    }

    private MailOutcome Taken(SmtpReply reply) => reply switch
    {
        { IsDone: true } => new MailOutcome.Sent(),
        { IsPassing: true } => new MailOutcome.Retry(null, $"{settings} kan ikke tage mailen nu ({reply.Shown})."),
        _ => new MailOutcome.Failed($"{settings} afviste mailen ({reply.Shown})."),
    };

    private SmtpReply Expect(SmtpReply reply, string otherwise) =>
        reply.IsDone ? reply : throw new SmtpException($"{settings} {otherwise} ({reply.Shown}).");

    /// <summary>A line that begins with a dot gets another, so that only the last line is one dot alone.</summary>
    private static byte[] Stuffed(byte[] mail)
    {
        string text = Encoding.ASCII.GetString(mail).Replace("\r\n.", "\r\n..", StringComparison.Ordinal);
        return Encoding.ASCII.GetBytes(text.StartsWith('.') ? "." + text : text);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
