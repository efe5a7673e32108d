using Rettidig.Functions.Mail;

namespace Rettidig.Cli.Results;

/// <summary>A mail as it was sent.</summary>
/// <param name="FileName">Sorts by time and names no one.</param>
/// <param name="Bytes">The message.</param>
/// <param name="Kind">What it is for; null when that cannot be read.</param>
internal sealed record OutboxMail(string FileName, byte[] Bytes, MailKind? Kind)
{
    /// <summary>The mails in a folder, in the order they went.</summary>
    public static IReadOnlyList<OutboxMail> In(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(Read)]
        : [];

    private static OutboxMail Read(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        return new OutboxMail(Path.GetFileName(file), bytes, EmlReader.ReadHeaders(bytes).Kind);
    }
}
