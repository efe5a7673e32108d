using System.Text;

namespace Rettidig.Cli.Results;

/// <summary>The files of a simulation. The same events give the same bytes.</summary>
internal static class ResultFiles
{
    private const string Obligations = "obligations.jsonl";
    private const string Notices = "notices.jsonl";
    private const string Report = "report.md";
    private const string Outbox = "outbox";

    /// <summary>What there may be in the folder.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>([Obligations, Notices, Report, Outbox], StringComparer.Ordinal);

    public static void Write(DirectoryInfo folder, Outcome outcome, string file)
    {
        File.WriteAllBytes(Path.Combine(folder.FullName, Obligations), JsonRows.Write(outcome.Obligations, ObligationJson.Write));
        File.WriteAllBytes(Path.Combine(folder.FullName, Notices), JsonRows.Write(outcome.Notices, NoticeJson.Write));
        File.WriteAllText(Path.Combine(folder.FullName, Report), ReportPage.Write(outcome, file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        DirectoryInfo outbox = folder.CreateSubdirectory(Outbox);
        foreach (OutboxMail mail in outcome.Mails)
        {
            File.WriteAllBytes(Path.Combine(outbox.FullName, mail.FileName), mail.Bytes);
        }
    }
}
