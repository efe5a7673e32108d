using System.Text.RegularExpressions;

namespace Rettidig.Domain.Events.Reading;

/// <summary>
/// Finds Danish personal numbers (CPR): a date as ddmmyy followed by four digits, with or without hyphen or space, as a
/// digit group of its own. Timestamps and UUIDs are looked past: they hold such groups by accident.
/// </summary>
public static partial class PersonalNumbers
{
    /// <summary>Whether the text holds something of the form of a personal number.</summary>
    public static bool Contains(string text)
    {
        if (text.Length < 10)
        {
            return false;
        }

        string rest = Accidental().Replace(text, "#");
        return Candidate().Matches(rest).Any(IsDate);
    }

    private static bool IsDate(Match match)
    {
        int day = int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        int month = int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

        // The century is not looked at, so 29 February always passes as a date.
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000, month);
    }

    [GeneratedRegex(
        @"[0-9]{4}-?[0-9]{2}-?[0-9]{2}[Tt ][0-9]{2}:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?([Zz]|[+-][0-9]{2}:?[0-9]{2})?" +
        "|[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Accidental();

    [GeneratedRegex(@"(?<![0-9])([0-9]{2})([0-9]{2})[0-9]{2}[- ]?[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();
}
