using System.Globalization;
using NodaTime;
using Rettidig.Domain.Agendas;
using Rettidig.Domain.Rules;
using Rettidig.Functions.Mail;

namespace Rettidig.Functions.Pages;

/// <summary>The domain's words as people read them, and the tone (a class of the stylesheet) each is shown in.</summary>
internal static class PageWords
{
    public static string Status(ObligationStatus status) => status switch
    {
        ObligationStatus.Pending => "Kommende",
        ObligationStatus.Due => "Forfalder i dag",
        ObligationStatus.Overdue => "Overskredet",
        ObligationStatus.Met => "Overholdt",
        ObligationStatus.MetLate => "Løst for sent",
        ObligationStatus.MetWithDefects => "Løst med mangler",
        ObligationStatus.NotClosed => "Ikke løst",
        _ => throw Unknown(status),
    };

    public static string Tone(ObligationStatus status) => status switch
    {
        ObligationStatus.Overdue or ObligationStatus.MetLate or ObligationStatus.NotClosed => "late",
        ObligationStatus.Due or ObligationStatus.MetWithDefects => "today",
        ObligationStatus.Met => "good",
        _ => "",
    };

    public static string Tone(LocalDate due, LocalDate today) => due < today ? "late" : due == today ? "today" : "";

    public static string Kind(DutyKind kind, Term term) => (kind, term) switch
    {
        (DutyKind.Statute, Term.Statutory) => "lovens frist",
        (DutyKind.Statute, _) => "lovens krav, kommunens frist",
        (DutyKind.Guidance, _) => "vejledning",
        (DutyKind.Method, _) => "metode",
        (DutyKind.Practice, _) => "god praksis",
        _ => throw Unknown(kind),
    };

    public static string Step(StepName step) => step switch
    {
        StepName.RemindEarly => "tidlig påmindelse",
        StepName.Remind => "påmindelse",
        StepName.Due => "på fristdagen",
        StepName.Overdue => "efter fristen",
        StepName.Escalate => "eskalering",
        StepName.AtOnce => "besked straks",
        StepName.Notify => "besked",
        _ => throw Unknown(step),
    };

    public static string To(Role role) => role switch
    {
        Role.Caseworker => "til sagsbehandleren",
        Role.TeamLeader => "til teamlederen",
        Role.Manager => "til lederen",
        Role.Site => "til anbringelsesstedet",
        Role.Operator => "til driften",
        _ => throw Unknown(role),
    };

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
