using Rettidig.Domain.Calendar;

namespace Rettidig.Functions.Mail;

/// <summary>What the operator is told, and what to do about it.</summary>
internal static class OperatorWords
{
    /// <summary>As many of a kind as one can act on in a day; the rest is counted.</summary>
    public const int Shown = 40;

    public static string Subject(OperatorMail mail)
    {
        (int Count, string One, string Many)[] counts =
        [
            (mail.WithoutDecision.Count, "anbringelse uden afgørelse", "anbringelser uden afgørelse"),
            (mail.UnknownRecipients.Count, "ukendt modtager", "ukendte modtagere"),
            (mail.DeadLetters.Sum(letter => letter.Count), "afvist hændelse", "afviste hændelser"),
        ];
        string[] parts = [.. counts.Where(count => count.Count > 0).Select(count => DanishText.Count(count.Count, count.One, count.Many))];
        return $"Rettidig, drift i {mail.Municipality}: {(parts.Length == 0 ? "intet at rette" : DanishText.Join(parts))}";
    }

    /// <summary>The parts that have anything in them, each with the remedy first.</summary>
    public static IEnumerable<(string Title, string Remedy, IReadOnlyList<string> Lines)> Parts(OperatorMail mail)
    {
        (string, string, IReadOnlyList<string> Lines)[] parts =
        [
            ("Anbringelser uden afgørelse",
                "Rettidig har fået hændelser, men ingen afgørelse om anbringelse, og holder derfor ikke øje med frister. Send placement.decided fra fagsystemet.",
                [.. mail.WithoutDecision
                    .OrderBy(row => row.FirstOn).ThenBy(row => row.Placement, StringComparer.Ordinal)
                    .Select(row => $"{row.Placement}: {DanishText.Count(row.Facts, "hændelse", "hændelser")} siden {DanishDates.Short(row.FirstOn)}")]),
            ("Ukendte modtagere",
                "Der er ingen medarbejder med mailadresse at sende til. Send staff.upserted for dem; påmindelserne venter og sendes derefter.",
                [.. mail.UnknownRecipients
                    .OrderByDescending(row => row.Waiting).ThenBy(row => row.Recipient, StringComparer.Ordinal)
                    .Select(row => $"{row.Recipient}: {DanishText.Count(row.Waiting, "påmindelse", "påmindelser")} venter")]),
            ("Afviste hændelser",
                "De ligger i dead-letter-køen. Ret dem i fagsystemet, og send dem igen; se dem med: rettidig deadletter.",
                [.. mail.DeadLetters
                    .OrderByDescending(row => row.Count).ThenBy(row => row.Code, StringComparer.Ordinal)
                    .Select(row => $"{DanishText.Number(row.Count)} × {row.Code}: {row.Description}")]),
        ];
        return parts.Where(part => part.Lines.Count > 0);
    }
}
