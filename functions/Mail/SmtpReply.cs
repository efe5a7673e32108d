using System.Text.RegularExpressions;

namespace Rettidig.Functions.Mail;

/// <summary>What an SMTP server said (RFC 5321).</summary>
/// <param name="Code">Three digits: 2xx done, 3xx go on, 4xx not now, 5xx never.</param>
/// <param name="Lines">The text, line by line. Never shown: it may repeat an address.</param>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsDone => Code is >= 200 and < 300;

    /// <summary>Worth trying again.</summary>
    public bool IsPassing => Code is >= 400 and < 500;

    /// <summary>The code, and the enhanced one (RFC 3463) where there is one: "550 5.1.1".</summary>
    public string Shown => Lines is [var first, ..] && Enhanced().Match(first) is { Success: true } match ? $"{Code} {match.Value}" : $"{Code}";

    /// <summary>What follows a keyword in the answer to EHLO; null where the server does not have it.</summary>
    public string? Extension(string keyword) => Lines.Skip(1)
        .Select(line => line.Split([' ', '='], 2))
        .Where(words => string.Equals(words[0], keyword, StringComparison.OrdinalIgnoreCase))
        .Select(words => words.Length > 1 ? words[1] : "")
        .FirstOrDefault();

    [GeneratedRegex(@"\A[245]\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Enhanced();
}
