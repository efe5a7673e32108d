using NodaTime;
using Rettidig.Domain.Calendar;
using Rettidig.Domain.Agendas;

namespace Rettidig.Functions.Mail;

/// <summary>The sentences a reminder is made of, the same in text and HTML.</summary>
internal static class ReminderWords
{
    /// <summary>A mail longer than this is not read; the rest is counted and found behind the link.</summary>
    public const int Shown = 40;

    public const string WhyYou =
        "Du får mailen, fordi Rettidig holder øje med fristerne i de sager, du har ansvar for. En frist forsvinder herfra, når fagsystemet har meldt, at opgaven er løst.";

    public const string Privacy = "Mailen indeholder ingen personoplysninger. Sagen åbnes bag login.";

    public static string Subject(ReminderMail mail) =>
        (mail.Urgent ? "Rettidig, haster i dag: " : "Rettidig: ") + Counts(mail);

    /// <summary>"2 frister er overskredet, 1 forfalder i dag, 3 nærmer sig".</summary>
    public static string Counts(ReminderMail mail)
    {
        (int Count, string Words)[] groups =
        [
            (mail.Overdue.Count, "er overskredet"),
            (mail.DueToday.Count, mail.Urgent ? "forfalder" : "forfalder i dag"),
            (mail.Coming.Count, "nærmer sig"),
        ];
        var present = groups.Where(group => group.Count > 0).ToArray();
        return string.Join(", ", present.Select((group, index) => index == 0
            ? $"{DanishText.Count(group.Count, "frist", "frister")} {group.Words}"
            : $"{DanishText.Number(group.Count)} {group.Words}"));
    }

    public static string Greeting(Mailbox to) => to.Name.Length == 0 ? "Hej" : $"Kære {to.Name}";

    public static string Intro(ReminderMail mail) => mail.Urgent
        ? $"Det haster: {Counts(mail)}. Oplysningerne er kommet i løbet af dagen."
        : $"{Counts(mail)}.";

    public static IEnumerable<(string Title, string Colour, IReadOnlyList<ReminderItem> Items)> Groups(ReminderMail mail)
    {
        (string, string, IReadOnlyList<ReminderItem> Items)[] groups =
        [
            ("Overskredet", MailColours.Late, mail.Overdue),
            ("Forfalder i dag", MailColours.Today, mail.DueToday),
            ("Kommende", MailColours.Coming, mail.Coming),
        ];
        return groups.Where(group => group.Items.Count > 0);
    }

    public static string Deadline(ReminderItem item, LocalDate today) =>
        $"Frist {DanishDates.Long(item.Due)} ({DanishText.Distance(item.Due, today)})";

    /// <summary>The legal basis, unless the explanation has named it already.</summary>
    public static string? Law(ReminderItem item) =>
        item.Law.Length == 0 || item.Explanation.Contains(item.Law, StringComparison.Ordinal) ? null : item.Law;

    public static string? Mark(ReminderItem item) => item.Step switch
    {
        StepName.Escalate => "Eskaleret",
        StepName.AtOnce => "Straks",
        _ => null,
    };

    /// <summary>Why the reader gets it, or null when it is simply the reader's own.</summary>
    public static string? Why(ReminderItem item)
    {
        List<string> parts = [];
        if (item.OnBehalfOf is { } absent)
        {
            parts.Add($"på vegne af {Title(item.As)} {absent}");
        }
        else if (item.As != Role.Caseworker)
        {
            parts.Add($"til dig som {Title(item.As)}");
        }

        if (item.As != Role.Caseworker && item.Caseworker is { } caseworker)
        {
            parts.Add($"sagsbehandler {caseworker}");
        }

        return parts.Count == 0 ? null : Capital(string.Join(", ", parts));
    }

    public static string More(int hidden) => $"… og {DanishText.Number(hidden)} mere. Se dem alle i Rettidig.";

    private static string Title(Role role) => role switch
    {
        Role.Caseworker => "sagsbehandler",
        Role.TeamLeader => "teamleder",
        Role.Manager => "leder",
        Role.Operator => "driftsansvarlig",
        _ => throw new InvalidOperationException($"Bug in Rettidig: a reminder for the role {role}: sites get SiteNoticeMail, which says nothing."),
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
