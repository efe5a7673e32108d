using System.Globalization;
using System.Text.RegularExpressions;
using Rettidig.Domain.Rules;

namespace Rettidig.Cli.Duties;

/// <summary>The duties of the law, found by paragraph.</summary>
internal static partial class LawRegister
{
    /// <summary>Each section with its dates and its duty: the newest law first, by section, then in the order of the page.</summary>
    public static IEnumerable<(string Law, string When, Duty Duty)> Of(IEnumerable<Duty> duties) =>
        duties.Where(duty => duty.Kind == DutyKind.Statute)
            .SelectMany(duty => Periods.Of(duty.Law).Select(part => (part.Law, When: part.When.Length > 0 ? part.When : "hele tiden", Duty: duty)))
            .OrderBy(entry => entry.Law[..entry.Law.IndexOf('§', StringComparison.Ordinal)], StringComparer.Ordinal)
            .ThenBy(entry => Section(entry.Law))
            .ThenBy(entry => entry.Law, StringComparer.Ordinal);

    private static int Section(string law) => int.Parse(Number().Match(law).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("§+ ([0-9]+)")]
    private static partial Regex Number();
}
