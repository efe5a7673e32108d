using System.Text;
using System.Text.RegularExpressions;

namespace Rettidig.Functions.Mail;

/// <summary>
/// The words of a mail header: as they are where ASCII allows, otherwise as encoded words (RFC 2047, Q).
/// A line break cannot get in: it is a control character, and those are encoded.
/// </summary>
internal static partial class HeaderText
{
    private const int LongestLine = 76;
    private const string Open = "=?utf-8?Q?";
    private const string Close = "?=";

    /// <param name="text">What the header says.</param>
    /// <param name="column">How much of the first line its name has taken.</param>
    public static string Unstructured(string text, int column) =>
        IsPlain(text) && column + text.Length <= LongestLine ? text : Encode(text, column);

    public static string Mailbox(Mailbox mailbox, int column)
    {
        if (mailbox.Name.Length == 0)
        {
            return mailbox.Address;
        }

        string name = IsPlain(mailbox.Name) && column + mailbox.Name.Length + 2 <= LongestLine
            ? $"\"{mailbox.Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : Encode(mailbox.Name, column);
        int used = name.LastIndexOf('\n') is var start and >= 0 ? name.Length - start : column + name.Length;
        string gap = used + mailbox.Address.Length + 3 <= LongestLine ? " " : "\r\n ";
        return $"{name}{gap}<{mailbox.Address}>";
    }

    public static string Decode(string value)
    {
        // White space between two encoded words belongs to the encoding.
        string joined = BetweenWords().Replace(value, "?==?");
        return EncodedWord().Replace(joined, word => word.Groups["how"].Value is "Q" or "q"
            ? QuotedPrintable.Decode(word.Groups["text"].Value.Replace('_', ' '))
            : Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value)));
    }

    private static bool IsPlain(string text) =>
        text.All(letter => letter is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal) && text.Trim() == text;

    private static string Encode(string text, int column)
    {
        var output = new StringBuilder(Open);
        int length = column + Open.Length;
        foreach (Rune rune in text.EnumerateRunes())
        {
            string letter = EncodeRune(rune);
            if (length + letter.Length + Close.Length > LongestLine)
            {
                output.Append(Close).Append("\r\n ").Append(Open);
                length = 1 + Open.Length;
            }

            output.Append(letter);
            length += letter.Length;
        }

        return output.Append(Close).ToString();
    }

    private static string EncodeRune(Rune rune)
    {
        if (rune.Value == ' ')
        {
            return "_";
        }

        if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value is '!' or '*' or '+' or '-' or '/'))
        {
            return rune.ToString();
        }

        return QuotedPrintable.Escape(rune);
    }

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?(?<how>[QqBb])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
