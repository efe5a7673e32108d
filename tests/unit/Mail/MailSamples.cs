using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Mail;
using Rettidig.Functions.Pages;

namespace Rettidig.Unit.Tests.Mail;

/// <summary>A morning in December, and mails as they are composed on it.</summary>
internal static class MailSamples
{
    public static readonly LocalDate Today = new(2026, 12, 3);
    public static readonly Uri Overview = new("https://rettidig.kommune.example/");
    public static readonly Mailbox Anna = new("anna@kommune.example", "Anna Østergård");
    public static readonly PageRenderer Renderer = new(NullLoggerFactory.Instance);

    /// <summary>07:00 in Copenhagen.</summary>
    private static readonly Instant Morning = Instant.FromUtc(2026, 12, 3, 6, 0);

    public static Task<MailMessage> ComposeAsync(MailContent content, Mailbox? to = null, string key = "reminder:101:sb-12:2026-12-03") =>
        new MailComposer(new MailSettings(Mailbox.Parse("Rettidig <rettidig@kommune.example>"), ""), Renderer)
            .ComposeAsync(new MailEnvelope(key, to ?? Anna, Morning), content);

    public static ReminderItem Item(int daysLeft, string placement = "P-7", StepName step = StepName.Remind, Role role = Role.Caseworker) => new(
        placement, "Første opfølgning", Today.PlusDays(daysLeft), step, role,
        "barnets lov § 95", "iværksat 30-08-2026 + 3 måneder = 30-11-2026", new Uri($"https://rettidig.kommune.example/placements/101/{placement}"));

    public static ReminderMail Reminder(params ReminderItem[] items) => new(Today, items, Overview);

    public static DigestItem Late(int days, string caseworker = "sb-12", bool fresh = false, bool escalated = false) => new(
        $"P-{days}", "Tilsynsbesøg", Today.PlusDays(-days), new DigestStaff(caseworker, $"Navn {caseworker}"), Overview)
    {
        NewlyOverdue = fresh,
        Escalated = escalated,
    };

    public static DigestMail Digest(DigestItem[] overdue, DigestItem[]? soon = null, DigestTotals? lastWeek = null) =>
        new(Today, "Team Nord", 42, overdue, soon ?? [], [], lastWeek, Overview);

    /// <summary>Read by a browser's parser, not by what wrote it.</summary>
    public static IDocument Open(string html) => new HtmlParser().ParseDocument(html);

    public static string Words(MailMessage mail) => Open(mail.Html).Body!.TextContent;
}
