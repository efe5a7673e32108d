using System.Globalization;
using Rettidig.Cli.Service;
using Rettidig.Cli.Terminal;
using Rettidig.Functions.Api;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Notices;
using Rettidig.SelfHost.Hosting;

namespace Rettidig.Cli.Doctor;

/// <summary>The service's own word on mails of which nobody knew whether they went.</summary>
internal static class DoubtfulMails
{
    /// <summary>More than these are on the overview.</summary>
    private const int Shown = 5;

    /// <summary>Nothing where there are none, or where the service does not say: that it does not is told already.</summary>
    public static async Task<IEnumerable<Finding>> AskAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<ToldMail> mails = await RunningService.UncertainMailsAsync(ServiceAddress.Find(null, folder), cancellation);
            return mails.Count == 0 ? [] : [new Finding(FindingKind.Notice, Text(mails))];
        }
        catch (Refused)
        {
            return [];
        }
    }

    /// <summary>In one sentence.</summary>
    internal static string Text(IReadOnlyList<ToldMail> mails)
    {
        string rest = mails.Count > Shown ? " Resten står på overblikket." : "";
        return $"{Words.Count(mails.Count, "mail", "mails")} i de seneste 14 dage, man ikke ved, om er sendt: {string.Join("; ", mails.Take(Shown).Select(Line))}.{rest}";
    }

    private static string Line(ToldMail mail) =>
        $"{mail.At.ToString("dd-MM-yyyy 'kl.' HH.mm", CultureInfo.InvariantCulture)} {Kind(mail.Kind)} til {mail.Recipient ?? "et anbringelsessted"}, {DoubtWords.Of(mail.Fate)}";

    private static string Kind(MailKind kind) => kind switch
    {
        MailKind.Digest or MailKind.AllOnTime => "ugeoversigt",
        MailKind.SiteNotice => "besked",
        MailKind.Operator => "besked om drift",
        _ => "påmindelse",
    };
}
