using System.Globalization;
using System.Text;

namespace Rettidig.Functions.Mail;

/// <summary>Reads the files <see cref="EmlWriter"/> writes, for the page that shows them. It is no general mail reader.</summary>
public static class EmlReader
{
    public const string KindHeader = "X-Rettidig-Kind";

    public static MailOnFile Read(ReadOnlySpan<byte> file) => Read(file, withBodies: true);

    public static MailOnFile ReadHeaders(ReadOnlySpan<byte> file) => Read(file, withBodies: false);

    private static MailOnFile Read(ReadOnlySpan<byte> file, bool withBodies)
    {
        string message = Encoding.ASCII.GetString(file).ReplaceLineEndings("\n");
        (List<KeyValuePair<string, string>> headers, string body) = Split(message);
        var head = new MailOnFile([.. headers.Select(Decoded)], null, null, "", "");
        return head with
        {
            Kind = Enum.TryParse(head.Header(KindHeader), out MailKind kind) ? kind : null,
            Date = ReadDate(head.Header("Date")),
            Text = withBodies ? Part(head, body, "text/plain") : "",
            Html = withBodies ? Part(head, body, "text/html") : "",
        };
    }

    private static (List<KeyValuePair<string, string>> Headers, string Body) Split(string message)
    {
        int end = message.IndexOf("\n\n", StringComparison.Ordinal);
        string head = end < 0 ? message : message[..end];
        var headers = new List<KeyValuePair<string, string>>();
        foreach (string line in head.Replace("\n ", " ", StringComparison.Ordinal).Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
            }
        }

        return (headers, end < 0 ? "" : message[(end + 2)..]);
    }

    private static KeyValuePair<string, string> Decoded(KeyValuePair<string, string> header) =>
        new(header.Key, HeaderText.Decode(header.Value));

    private static string Part(MailOnFile mail, string body, string type)
    {
        string boundary = mail.Header("Content-Type").Split("boundary=").Last().Trim('"', ' ');
        foreach (string part in body.Split($"--{boundary}"))
        {
            (List<KeyValuePair<string, string>> headers, string encoded) = Split(part.TrimStart('\n'));
            if (headers.Any(header => header.Key == "Content-Type" && header.Value.StartsWith(type, StringComparison.Ordinal)))
            {
                // The line break before a boundary belongs to the boundary.
                return QuotedPrintable.Decode(encoded.EndsWith('\n') ? encoded[..^1] : encoded);
            }
        }

        return "";
    }

    private static DateTimeOffset? ReadDate(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date) ? date : null;
}
