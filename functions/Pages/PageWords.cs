using System.Globalization;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Pages;

/// <summary>The domain's words as people read them, and the tone (a class of the stylesheet) each is shown in.</summary>
internal static class PageWords
{
    public static string Tone(ObligationStatus status) => status switch
    {
        ObligationStatus.Overdue or ObligationStatus.MetLate or ObligationStatus.NotClosed => "late",
        ObligationStatus.Due or ObligationStatus.MetWithDefects => "today",
        ObligationStatus.Met => "good",
        _ => "",
    };

    public static string Tone(LocalDate due, LocalDate today) => due < today ? "late" : due == today ? "today" : "";

    public static string Mail(MailKind? kind) => kind switch
    {
        MailKind.Reminder => "Påmindelse",
        MailKind.Urgent => "Haster",
        MailKind.Digest => "Ugeoversigt",
        MailKind.AllOnTime => "Alt er rettidigt",
        MailKind.SiteNotice => "Besked til sted",
        MailKind.Operator => "Drift",
        null => "Ukendt",
        _ => throw Unknown(kind),
    };

    /// <summary>"30-11-2026 kl. 07.00", as it was in Copenhagen.</summary>
    public static string Time(DateTimeOffset? time) =>
        time?.ToString("dd-MM-yyyy 'kl.' HH.mm", CultureInfo.InvariantCulture) ?? "ukendt tid";

    private static InvalidOperationException Unknown(object value) =>
        new($"Bug in Rettidig: {value.GetType().Name} {value} has no Danish word.");
}
