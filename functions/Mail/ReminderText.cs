namespace Rettidig.Functions.Mail;

/// <summary>The reminder as text, written as text.</summary>
internal static class ReminderText
{
    public static string Write(ReminderMail mail, Mailbox to)
    {
        MailText text = new MailText()
            .Paragraph(ReminderWords.Greeting(to)).Blank()
            .Paragraph(ReminderWords.Intro(mail));
        foreach (var (title, _, items) in ReminderWords.Groups(mail))
        {
            text.Heading($"{title} ({DanishText.Number(items.Count)})");
            foreach (ReminderItem item in items.Take(ReminderWords.Shown))
            {
                WriteItem(text.Blank(), item, mail);
            }

            if (items.Count > ReminderWords.Shown)
            {
                text.Blank().Paragraph(ReminderWords.More(items.Count - ReminderWords.Shown));
            }
        }

        return text.Blank()
            .Paragraph($"Alle dine frister: {mail.Overview}").Blank()
            .Paragraph(ReminderWords.WhyYou).Blank()
            .Paragraph(ReminderWords.Privacy)
            .ToString();
    }

    private static void WriteItem(MailText text, ReminderItem item, ReminderMail mail)
    {
        string mark = ReminderWords.Mark(item) is { } word ? $" [{word.ToUpperInvariant()}]" : "";
        text.Paragraph($"{item.Duty}, sag {item.Placement}{mark}", "* ")
            .Paragraph(ReminderWords.Deadline(item, mail.Today), "  ");
        foreach (string? line in new[] { item.Explanation, ReminderWords.Law(item), ReminderWords.Why(item) })
        {
            if (!string.IsNullOrEmpty(line))
            {
                text.Paragraph(line, "  ");
            }
        }

        text.Paragraph(item.Link.ToString(), "  ");
    }
}
