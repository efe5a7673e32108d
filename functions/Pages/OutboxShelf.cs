using System.Text.RegularExpressions;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Pages;

/// <summary>Looks into the folder of mails. The file names sort by time, so the newest page needs no more than its own files.</summary>
public sealed partial class OutboxShelf(MailSettings settings)
{
    public const int PageSize = 50;

    /// <summary>The headers of a mail of ours are far shorter.</summary>
    private const int HeaderBytes = 8 * 1024;

    public OutboxModel List(string search, int number)
    {
        search = search.Trim();
        string[] files = Files();
        return search.Length == 0
            ? Page(files, search, number, Describe)
            : Page([.. files.Select(Describe).Where(entry => entry.To.Contains(search, StringComparison.OrdinalIgnoreCase))], search, number, entry => entry);
    }

    /// <summary>Null when there is no such mail.</summary>
    public MailOnFile? Open(string id)
    {
        string path = Path.Combine(settings.Outbox, id + ".eml");
        return Name().IsMatch(id) && File.Exists(path) ? EmlReader.Read(File.ReadAllBytes(path)) : null;
    }

    private OutboxModel Page<T>(T[] all, string search, int number, Func<T, OutboxEntry> describe)
    {
        int pages = Math.Max(1, (all.Length + PageSize - 1) / PageSize);
        number = Math.Clamp(number, 1, pages);
        OutboxEntry[] entries = [.. all.Skip((number - 1) * PageSize).Take(PageSize).Select(describe)];
        return new OutboxModel(entries, search, number, pages, all.Length, settings.LeavesTheHouse);
    }

    private string[] Files() => Directory.Exists(settings.Outbox)
        ? [.. Directory.EnumerateFiles(settings.Outbox, "*.eml")
            .Where(file => Name().IsMatch(Path.GetFileNameWithoutExtension(file)))
            .OrderDescending(StringComparer.Ordinal)]
        : [];

    private static OutboxEntry Describe(string file)
    {
        var buffer = new byte[HeaderBytes];
        using FileStream stream = File.OpenRead(file);
        int read = stream.ReadAtLeast(buffer, HeaderBytes, throwOnEndOfStream: false);
        MailOnFile mail = EmlReader.ReadHeaders(buffer.AsSpan(0, read));
        return new OutboxEntry(Path.GetFileNameWithoutExtension(file), mail.Date, Unquoted(mail.To), mail.Subject, mail.Kind);
    }

    /// <summary>The quotes around a name are for mail programs, not for people.</summary>
    private static string Unquoted(string mailbox) => mailbox.Replace("\"", "", StringComparison.Ordinal);

    /// <summary>Only names that EmlWriter gives: an id from the address bar cannot lead out of the folder.</summary>
    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d{4}-[0-9a-f]{20}\z")]
    private static partial Regex Name();
}
