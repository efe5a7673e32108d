namespace Rettidig.Functions.Mail;

/// <summary>The monthly good news as text.</summary>
internal static class AllOnTimeText
{
    public const string WhyYou = "Du får denne mail én gang om måneden, når der ikke er noget at følge op på, så du ved, at Rettidig stadig holder øje.";

    public static string State(AllOnTimeMail mail) =>
        $"Ingen frister er overskredet i {mail.Scope} ({DanishText.Count(mail.OpenPlacements, "åben anbringelse", "åbne anbringelser")}).";

    public static string Ahead(AllOnTimeMail mail) => mail.DueSoon == 0
        ? "Ingen frister forfalder inden for de næste 14 dage."
        : $"{DanishText.Count(mail.DueSoon, "frist forfalder", "frister forfalder")} inden for de næste 14 dage. Sagsbehandlerne bliver mindet om dem.";

    public static string Write(AllOnTimeMail mail, Mailbox to) => new MailText()
        .Paragraph(ReminderWords.Greeting(to)).Blank()
        .Paragraph("Alt er rettidigt.").Blank()
        .Paragraph(State(mail))
        .Paragraph(Ahead(mail)).Blank()
        .Paragraph($"Se oversigten: {mail.Overview}").Blank()
        .Paragraph(WhyYou)
        .ToString();
}
