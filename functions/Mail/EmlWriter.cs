using System.Globalization;
using System.Text;

namespace Rettidig.Functions.Mail;

/// <summary>
/// Writes a mail as an Internet message (RFC 5322, RFC 2045, multipart/alternative): ASCII only, lines of at most
/// 78 characters ending in CRLF. Everything follows from the mail, so the same mail gives the same bytes.
/// </summary>
public static class EmlWriter
{
    public static byte[] Write(MailMessage mail)
    {
        // No quoted-printable line can hold "=_", so the boundary never occurs in a body.
        string boundary = "=_" + mail.Id;
        var message = new StringBuilder();
        WriteHeaders(message, mail, boundary);
        WritePart(message, boundary, "text/plain", mail.Text);
        WritePart(message, boundary, "text/html", mail.Html);
        message.Append("--").Append(boundary).Append("--\r\n");
        return Encoding.ASCII.GetBytes(message.ToString());
    }

    /// <summary>E.g. "2026-11-30T0700-0f3a….eml": sorts by time and names no one.</summary>
    public static string FileName(MailMessage mail) =>
        string.Create(CultureInfo.InvariantCulture, $"{mail.Date:yyyy-MM-dd'T'HHmm}-{mail.Id}.eml");

    private static void WriteHeaders(StringBuilder message, MailMessage mail, string boundary)
    {
        Header(message, "Date", DateOf(mail.Date));
        Header(message, "From", HeaderText.Mailbox(mail.From, "From: ".Length));
        Header(message, "To", HeaderText.Mailbox(mail.To, "To: ".Length));
        Header(message, "Subject", HeaderText.Unstructured(mail.Subject, "Subject: ".Length));
        Header(message, "Message-ID", mail.MessageId);

        // RFC 3834: so that absence replies do not answer a machine.
        Header(message, "Auto-Submitted", "auto-generated");
        Header(message, "X-Auto-Response-Suppress", "All");
        Header(message, EmlReader.KindHeader, mail.Kind.ToString());
        Header(message, "MIME-Version", "1.0");
        Header(message, "Content-Type", $"multipart/alternative;\r\n boundary=\"{boundary}\"");
        message.Append("\r\n");
    }

    private static void Header(StringBuilder message, string name, string value) =>
        message.Append(name).Append(": ").Append(value).Append("\r\n");

    private static void WritePart(StringBuilder message, string boundary, string type, string body)
    {
        message.Append("--").Append(boundary).Append("\r\n");
        Header(message, "Content-Type", $"{type}; charset=utf-8");
        Header(message, "Content-Transfer-Encoding", "quoted-printable");
        message.Append("\r\n");
        QuotedPrintable.Encode(message, body);
        message.Append("\r\n");
    }

    private static string DateOf(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture)
        + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
}
