using System.Text;
using NodaTime;
using Rettidig.Cli.Reporting;
using Rettidig.Cli.Terminal;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Calendar;
using Rettidig.Functions.Explanations;
using Rettidig.Functions.Notices;

namespace Rettidig.Cli.Results;

/// <summary><c>report.md</c>: the figures a leader asks for.</summary>
internal static class ReportPage
{
    public static string Write(Outcome outcome, string file)
    {
        var page = new StringBuilder();
        page.Append($"# Frister pr. {DanishDates.Long(outcome.Until)}\n\n");
        page.Append($"Fra `{file}`: {Words.Count(outcome.Obligations.Select(row => row.Placement).Distinct().Count(), "anbringelse", "anbringelser")}, ");
        page.Append($"{Words.Count(outcome.Obligations.Count, "frist", "frister")}.\n");
        Duties(page, outcome);
        page.Append($"\n## {ReportDocument.Title}\n\n{ReportDocument.Caveat}\n");
        MarkdownReport.Sections(page, outcome.Report.Sections, "###");
        Overdue(page, outcome);
        Sent(page, outcome);
        return page.ToString();
    }

    private static void Duties(StringBuilder page, Outcome outcome)
    {
        page.Append("\n## Pligterne\n\n");
        page.Append("Kun en pligt i loven, hvor loven selv tæller dagene, kan brydes. De øvrige kan være for sene.\n\n");
        page.Append("| pligt | grundlag | i alt | overholdt | med mangler | for sent | kommende | overskredet | ikke løst | brud |\n");
        page.Append("|---|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (DutyCount duty in DutyCount.Of(outcome.Obligations))
        {
            Row(page, duty, duty.Title, ResultWords.Of(duty.Kind));
        }

        Row(page, DutyCount.Total(outcome.Obligations), "**i alt**", "");
    }

    private static void Row(StringBuilder page, DutyCount duty, string title, string kind) => Row(
        page,
        [
            title, kind,
            .. new[] { duty.All, duty.Met, duty.WithDefects, duty.Late, duty.Pending, duty.Overdue, duty.NotClosed, duty.Breaches }.Select(Words.Number),
        ]);

    private static void Overdue(StringBuilder page, Outcome outcome)
    {
        PlacementObligation[] overdue =
            [.. outcome.Obligations.Where(row => row.Obligation.Status == ObligationStatus.Overdue).OrderBy(row => row.Obligation.Due)];
        page.Append("\n## Overskredne frister\n\n");
        if (overdue.Length == 0)
        {
            page.Append("Ingen.\n");
            return;
        }

        page.Append("| frist | dage over | anbringelse | pligt | brud | begrundelse |\n|---|---:|---|---|---|---|\n");
        foreach ((Domain.PlacementKey placement, Obligation obligation) in overdue)
        {
            int days = Period.DaysBetween(obligation.Due, outcome.Until);
            Row(page, [DanishDates.Short(obligation.Due), Words.Number(days), placement.Subject, obligation.Title, obligation.Breach ? "ja" : "", obligation.Explanation]);
        }
    }

    private static void Sent(StringBuilder page, Outcome outcome)
    {
        page.Append("\n## Påmindelser og mails\n\n");
        page.Append("| trin | sendt | overhalet af et højere eller bortfaldet | venter | kunne ikke sendes |\n|---|---:|---:|---:|---:|\n");
        foreach (StepName step in Enum.GetValues<StepName>())
        {
            Notice[] notices = [.. outcome.Notices.Where(notice => notice.Step == step)];
            if (notices.Length > 0)
            {
                Row(
                    page,
                    [
                        DutyWords.Step(step),
                        .. new[]
                        {
                            notices.Count(notice => notice.SentAt is not null),
                            notices.Count(notice => notice.State is NoticeState.Superseded or NoticeState.Withdrawn),
                            notices.Count(notice => notice.Waits),
                            notices.Count(notice => notice.State is NoticeState.Failed or NoticeState.Bounced && notice.SentAt is null),
                        }.Select(Words.Number),
                    ]);
            }
        }

        page.Append("\n| mails | antal |\n|---|---:|\n");
        foreach (IGrouping<Functions.Mail.MailKind?, OutboxMail> mails in outcome.Mails.GroupBy(mail => mail.Kind).OrderBy(mails => mails.Key))
        {
            Row(page, [ResultWords.Of(mails.Key), Words.Number(mails.Count())]);
        }
    }

    /// <summary>Nothing in a cell may end it.</summary>
    private static void Row(StringBuilder page, IEnumerable<string> cells) =>
        page.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
}
