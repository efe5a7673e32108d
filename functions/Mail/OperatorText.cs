namespace Rettidig.Functions.Mail;

/// <summary>The operator's mail as text.</summary>
internal static class OperatorText
{
    public const string Closing = "Mailen indeholder kun antal og referencer.";

    public static string Write(OperatorMail mail)
    {
        MailText text = new MailText().Paragraph($"{OperatorWords.Subject(mail)}, {DanishText.LongDay(mail.Today)}.");
        foreach (var (title, remedy, lines) in OperatorWords.Parts(mail))
        {
            text.Heading($"{title} ({DanishText.Number(lines.Count)})").Paragraph(remedy).Blank();
            foreach (string line in lines.Take(OperatorWords.Shown))
            {
                text.Paragraph(line, "* ");
            }

            if (lines.Count > OperatorWords.Shown)
            {
                text.Paragraph(DigestWords.More(lines.Count - OperatorWords.Shown));
            }
        }

        return text.Blank().Paragraph($"Åbn Rettidig: {mail.Overview}").Blank().Paragraph(Closing).ToString();
    }
}
