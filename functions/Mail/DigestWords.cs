using NodaTime;
using NodaTime.Calendars;
using Rettidig.Domain.Calendar;

namespace Rettidig.Functions.Mail;

/// <summary>The sentences and groups of the weekly digest, the same in text and HTML.</summary>
internal static class DigestWords
{
    /// <summary>A list in a digest is to be glanced at; the rest is counted and found behind the link.</summary>
    public const int Shown = 15;

    public const string WhyYou = "Du får mailen én gang om ugen, fordi du leder det team, sagerne hører til. Den indeholder ingen personoplysninger om børn og forældre.";

    public static string Subject(DigestMail mail)
    {
        DigestTotals totals = mail.Totals;
        int fresh = mail.Overdue.Count(item => item.NewlyOverdue);
        string news = fresh == 0 ? "" : $" ({DanishText.Count(fresh, "ny", "nye")})";
        return $"Rettidig, uge {Week(mail.Today)}: "
            + $"{DanishText.Count(totals.Overdue, "frist", "frister")} er overskredet{news}, "
            + $"{DanishText.Number(totals.DueSoon)} forfalder inden 14 dage";
    }

    public static int Week(LocalDate today) => WeekYearRules.Iso.GetWeekOfWeekYear(today);

    public static string Title(DigestMail mail) => $"Frister i uge {Week(mail.Today)}";

    public static string Covers(DigestMail mail) =>
        $"{mail.Scope}, {DanishText.Count(mail.OpenPlacements, "åben anbringelse", "åbne anbringelser")}, {DanishText.LongDay(mail.Today)}";

    public static IEnumerable<(string What, int Count, string Trend)> Figures(DigestMail mail)
    {
        DigestTotals now = mail.Totals;
        DigestTotals? then = mail.LastWeek;
        return
        [
            ("Overskredet", now.Overdue, Trend(now.Overdue, then?.Overdue)),
            ("Heraf eskaleret", now.Escalated, Trend(now.Escalated, then?.Escalated)),
            ("Forfalder inden 14 dage", now.DueSoon, Trend(now.DueSoon, then?.DueSoon)),
            ("Steder, der mangler en plan", now.Chases, Trend(now.Chases, then?.Chases)),
        ];
    }

    /// <summary>The lists of duties that have anything in them, oldest first.</summary>
    public static IEnumerable<(string Title, string Colour, IReadOnlyList<DigestItem> Items)> Lists(DigestMail mail)
    {
        DigestItem[] still = [.. mail.Overdue.Where(item => !item.NewlyOverdue)];
        (string, string, DigestItem[] Items)[] lists =
        [
            ("Overskredet siden sidst", MailColours.Late, [.. mail.Overdue.Where(item => item.NewlyOverdue)]),
            ("Stadig overskredet, over 4 uger", MailColours.Late, [.. still.Where(item => Late(item, mail) > 28)]),
            ("Stadig overskredet, 2–4 uger", MailColours.Late, [.. still.Where(item => Late(item, mail) is >= 14 and <= 28)]),
            ("Stadig overskredet, under 2 uger", MailColours.Late, [.. still.Where(item => Late(item, mail) < 14)]),
            ("Forfalder inden 14 dage", MailColours.Coming, [.. mail.DueSoon]),
        ];
        return lists.Where(list => list.Items.Length > 0).Select(list => (list.Item1, list.Item2, Sorted(list.Items)));
    }

    public static IReadOnlyList<DigestRow> Caseworkers(DigestMail mail) =>
        [.. mail.Overdue.Concat(mail.DueSoon)
            .Select(item => item.Caseworker)
            .DistinctBy(staff => staff.Id)
            .Select(staff => new DigestRow(
                staff,
                mail.Overdue.Count(item => item.Caseworker.Id == staff.Id),
                mail.Overdue.Count(item => item.Caseworker.Id == staff.Id && item.Escalated),
                mail.DueSoon.Count(item => item.Caseworker.Id == staff.Id)))
            .OrderByDescending(row => row.Overdue)
            .ThenByDescending(row => row.DueSoon)
            .ThenBy(row => row.Staff.Id, StringComparer.Ordinal)];

    public static IReadOnlyList<DigestChase> Chases(DigestMail mail) =>
        [.. mail.Chases
            .OrderByDescending(chase => chase.Times)
            .ThenBy(chase => chase.LastOn)
            .ThenBy(chase => chase.Placement, StringComparer.Ordinal)
            .ThenBy(chase => chase.Site, StringComparer.Ordinal)];

    public static string Chased(DigestChase chase) =>
        $"{DanishText.Count(chase.Times, "gang", "gange")}, senest {DanishDates.Short(chase.LastOn)}";

    public static string More(int hidden) => $"… og {DanishText.Number(hidden)} mere. Se dem alle i Rettidig.";

    private static int Late(DigestItem item, DigestMail mail) => Period.DaysBetween(item.Due, mail.Today);

    private static IReadOnlyList<DigestItem> Sorted(IEnumerable<DigestItem> items) =>
        [.. items
            .OrderBy(item => item.Due)
            .ThenBy(item => item.Placement, StringComparer.Ordinal)
            .ThenBy(item => item.Duty, StringComparer.Ordinal)];

    private static string Trend(int now, int? then) => (now - then) switch
    {
        null => "",
        0 => "uændret",
        > 0 and var more => $"{DanishText.Number(more)} flere end sidst",
        var fewer => $"{DanishText.Number(-fewer.Value)} færre end sidst",
    };
}

/// <summary>One caseworker's line in the digest.</summary>
internal sealed record DigestRow(DigestStaff Staff, int Overdue, int Escalated, int DueSoon);
