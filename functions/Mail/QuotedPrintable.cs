using System.Globalization;
using System.Text;

namespace Rettidig.Functions.Mail;

/// <summary>RFC 2045 section 6.7, over UTF-8: lines of at most 76 characters, a character never split between two lines.</summary>
internal static class QuotedPrintable
{
    private const int Longest = 76;

    /// <summary>Four bytes, three characters each.</summary>
    private const int MostOfARune = 12;

    public static void Encode(StringBuilder output, string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            EncodeLine(output, lines[i]);
            if (i < lines.Length - 1)
            {
                output.Append("\r\n");
            }
        }
    }

    public static string Decode(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add((byte)text[i]);
            }
            else if (Escaped(text, i + 1) is { } value)
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                // A soft break: the line goes on.
                i = text.IndexOf('\n', i) is var end and >= 0 ? end : text.Length;
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static void EncodeLine(StringBuilder output, string line)
    {
        Span<char> encoded = stackalloc char[MostOfARune];
        int length = 0;
        int at = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            at += rune.Utf16SequenceLength;
            bool last = at == line.Length;
            int count = EncodeRune(rune, last, encoded);

            // Room for the "=" of a soft break, except at the very end of the line.
            if (length + count > (last ? Longest : Longest - 1))
            {
                output.Append("=\r\n");
                length = 0;
            }

            output.Append(encoded[..count]);
            length += count;
        }
    }

    private static int EncodeRune(Rune rune, bool last, Span<char> encoded)
    {
        bool plain = rune.Value is (>= 33 and <= 126 and not '=') || (rune.Value is ' ' or '\t' && !last);
        return plain ? rune.EncodeToUtf16(encoded) : Escape(rune, encoded);
    }

    /// <summary>"å" → "=C3=A5".</summary>
    public static string Escape(Rune rune)
    {
        Span<char> escaped = stackalloc char[MostOfARune];
        return new string(escaped[..Escape(rune, escaped)]);
    }

    private static int Escape(Rune rune, Span<char> escaped)
    {
        Span<byte> bytes = stackalloc byte[4];
        int count = rune.EncodeToUtf8(bytes);
        for (int i = 0; i < count; i++)
        {
            escaped[3 * i] = '=';
            bytes[i].TryFormat(escaped[((3 * i) + 1)..], out _, "X2", CultureInfo.InvariantCulture);
        }

        return 3 * count;
    }

    private static byte? Escaped(string text, int at) =>
        at + 2 <= text.Length
        && byte.TryParse(text.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value)
            ? value
            : null;
}
