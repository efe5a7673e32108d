using System.Text;

namespace Rettidig.Functions.Mail;

/// <summary>
/// Writes the text of a mail: lines of at most 76 characters, broken between words. Only an address on the web
/// may be longer, because a broken link cannot be followed.
/// </summary>
internal sealed class MailText
{
    public const int Width = 76;

    private readonly StringBuilder text = new();

    public MailText Blank()
    {
        text.Append('\n');
        return this;
    }

    public MailText Heading(string title)
    {
        Blank().Paragraph(title.ToUpperInvariant());
        text.Append('-', Math.Min(title.Length, Width)).Append('\n');
        return this;
    }

    /// <summary>Words of the first line begin at <paramref name="first"/>, those of the next lines are set in as far.</summary>
    public MailText Paragraph(string words, string first = "")
    {
        string indent = new(' ', first.Length);
        string line = first;
        bool empty = true;
        foreach (string word in Words(words))
        {
            if (!empty && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line = indent;
                empty = true;
            }

            line += empty ? word : " " + word;
            empty = false;
        }

        text.Append(line.TrimEnd()).Append('\n');
        return this;
    }

    /// <summary>One line as it is, for a row of a table made to measure.</summary>
    public MailText Row(string line)
    {
        text.Append(line.TrimEnd()).Append('\n');
        return this;
    }

    public override string ToString() => text.ToString();

    /// <summary>A section's sign and its number stay on one line.</summary>
    private static IEnumerable<string> Words(string text) => text
        .Replace("§ ", "§\0", StringComparison.Ordinal)
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Replace('\0', ' '));

    /// <summary>Fits a cell to its column: shortened with "…" or padded, so that the columns stand under each other.</summary>
    public static string Cell(string value, int width) =>
        value.Length > width ? value[..(width - 1)] + "…" : value.PadRight(width);

    public static string Number(int value, int width) => DanishText.Number(value).PadLeft(width);
}
