using Rettidig.Domain.Calendar;

namespace Rettidig.Functions.Mail;

/// <summary>The weekly digest as text: figures first, then short lists in columns.</summary>
internal static class DigestText
{
    public static string Write(DigestMail mail, Mailbox to)
    {
        MailText text = new MailText()
            .Paragraph(ReminderWords.Greeting(to)).Blank()
            .Paragraph($"{DigestWords.Title(mail)}: {DigestWords.Covers(mail)}.").Blank();
        foreach (var (what, count, trend) in DigestWords.Figures(mail))
        {
            text.Row($"{MailText.Cell(what, 30)}{MailText.Number(count, 6)}   {trend}");
        }

        WriteCaseworkers(text, mail);
        foreach (var (title, _, items) in DigestWords.Lists(mail))
        {
            WriteItems(text.Heading($"{title} ({DanishText.Number(items.Count)})"), items);
        }

        WriteChases(text, mail);
        return text.Blank()
            .Paragraph($"Se dem alle i Rettidig: {mail.Overview}").Blank()
            .Paragraph("(!) er eskaleret til ledelsen og står her, til opgaven er løst.").Blank()
            .Paragraph(DigestWords.WhyYou)
            .ToString();
    }

    private static void WriteCaseworkers(MailText text, DigestMail mail)
    {
        IReadOnlyList<DigestRow> rows = DigestWords.Caseworkers(mail);
        if (rows.Count == 0)
        {
            return;
        }

        text.Heading("Pr. sagsbehandler").Row(Line("", "Overskredet", "Eskaleret", "14 dage"));
        foreach (DigestRow row in rows)
        {
            text.Row(Line(
                $"{row.Staff.Name} ({row.Staff.Id})",
                DanishText.Number(row.Overdue), DanishText.Number(row.Escalated), DanishText.Number(row.DueSoon)));
        }
    }

    private static void WriteItems(MailText text, IReadOnlyList<DigestItem> items)
    {
        foreach (DigestItem item in items.Take(DigestWords.Shown))
        {
            string mark = item.Escalated ? "(!)" : "";
            text.Row($"{DanishDates.Short(item.Due)} {MailText.Cell(mark, 3)} {MailText.Cell(item.Duty, 31)} "
                + $"{MailText.Cell(item.Placement, 16)} {MailText.Cell(item.Caseworker.Id, 12)}");
        }

        WriteMore(text, items.Count);
    }

    private static void WriteChases(MailText text, DigestMail mail)
    {
        IReadOnlyList<DigestChase> chases = DigestWords.Chases(mail);
        if (chases.Count == 0)
        {
            return;
        }

        text.Heading($"Steder, der mangler en plan ({DanishText.Number(chases.Count)})");
        foreach (DigestChase chase in chases.Take(DigestWords.Shown))
        {
            text.Row($"{MailText.Cell(chase.Placement, 20)} {MailText.Cell(chase.Site, 20)} {DigestWords.Chased(chase)}");
        }

        WriteMore(text, chases.Count);
    }

    private static void WriteMore(MailText text, int count)
    {
        if (count > DigestWords.Shown)
        {
            text.Paragraph(DigestWords.More(count - DigestWords.Shown));
        }
    }

    private static string Line(string name, string overdue, string escalated, string soon) =>
        $"{MailText.Cell(name, 38)} {overdue,12} {escalated,12} {soon,10}";
}
