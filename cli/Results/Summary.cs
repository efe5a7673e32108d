using Rettidig.Cli.Terminal;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Reports;
using Rettidig.Functions.Explanations;
using Rettidig.Functions.Notices;
using Spectre.Console;

namespace Rettidig.Cli.Results;

/// <summary>What a simulation came to, on one screen and a half.</summary>
internal static class Summary
{
    public static void Show(Screen screen, Outcome outcome, string folder)
    {
        screen.Line($"Frister pr. {DanishDates.Long(outcome.Until)}");
        screen.Output.Write(Duties(outcome));
        screen.Line("Til tiden: løst senest på fristdagen, også med mangler. Brud: kun pligter i");
        screen.Line("loven, hvor loven selv tæller dagene.");
        screen.Line();
        Support(screen, outcome.Report);
        screen.Line();
        Sent(screen, outcome);
        screen.Line();
        screen.Line($"Mailene:   {Path.Combine(folder, "outbox")}");
        screen.Line($"Rapporten: {Path.Combine(folder, "report.md")}");
    }

    private static Table Duties(Outcome outcome)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("Pligt").PadLeft(0));
        foreach (string heading in new[] { "I\nalt", "Til\ntiden", "For\nsent", "Åbne", "Ikke\nløst", "Brud" })
        {
            table.AddColumn(new TableColumn(heading).RightAligned().PadLeft(1).PadRight(0));
        }

        foreach (DutyCount duty in DutyCount.Of(outcome.Obligations))
        {
            Row(table, duty);
        }

        table.AddEmptyRow();
        Row(table, DutyCount.Total(outcome.Obligations));
        return table;
    }

    private static void Row(Table table, DutyCount duty) => table.AddRow(
        new Text(duty.Title),
        Number(duty.All),
        Number(duty.InTime),
        Number(duty.Late),
        Number(duty.Open),
        Number(duty.NotClosed),
        Number(duty.Breaches, new Style(Color.Red)));

    /// <summary>A nought is shown as nothing much: what is there should stand out.</summary>
    private static Text Number(int value, Style? style = null) => new(value == 0 ? "-" : Words.Number(value), value == 0 ? null : style);

    private static void Support(Screen screen, Report report)
    {
        screen.Line("Støtteperson til forældrene (et barn tælles én gang)");
        Figure(screen, "anbringelser", report.Placements);
        foreach (CountedFigure figure in report.Group("support-person").Figures.Where(figure => figure.Id != "granted"))
        {
            Figure(screen, figure.Text, figure.Count);
        }

        foreach (CountedFigure figure in report.Group("support-person-wait").Figures)
        {
            Figure(screen, $"bevilget {figure.Text}", figure.Count);
        }
    }

    private static void Sent(Screen screen, Outcome outcome)
    {
        Notice[] sent = [.. outcome.Notices.Where(notice => notice.SentAt is not null)];
        screen.Line($"{Words.Count(sent.Length, "påmindelse", "påmindelser")} sendt");
        foreach (IGrouping<Domain.Agendas.StepName, Notice> notices in sent.GroupBy(notice => notice.Step).OrderBy(notices => notices.Key))
        {
            Figure(screen, DutyWords.Step(notices.Key), notices.Count());
        }

        screen.Line();
        screen.Line(Words.Count(outcome.Mails.Count, "mail", "mails"));
        foreach (IGrouping<Functions.Mail.MailKind?, OutboxMail> mails in outcome.Mails.GroupBy(mail => mail.Kind).OrderBy(mails => mails.Key))
        {
            Figure(screen, ResultWords.Of(mails.Key), mails.Count());
        }
    }

    private static void Figure(Screen screen, string name, int value) => screen.Line($"  {name,-32}{Words.Number(value),6}");
}
