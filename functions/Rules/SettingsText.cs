using System.Text.Json;
using Rettidig.Domain.Rules;

namespace Rettidig.Functions.Rules;

/// <summary>How a version of a municipality's settings is kept: what later judgement needs of it, in the form of its file.</summary>
internal static class SettingsText
{
    /// <summary>The terms and the duties turned on or off, always written the same way.</summary>
    public static string Of(MunicipalRules rules) => JsonSerializer.Serialize(new
    {
        terms = rules.Terms.OrderBy(term => term.Key, StringComparer.Ordinal).ToDictionary(
            term => term.Key, term => new Dictionary<string, int> { [Unit(term.Value)] = term.Value.Number }),
        duties = rules.DutiesOff.Select(duty => (Duty: duty, On: false)).Concat(rules.DutiesOn.Select(duty => (Duty: duty, On: true)))
            .OrderBy(choice => choice.Duty, StringComparer.Ordinal)
            .ToDictionary(choice => choice.Duty, choice => choice.On),
    });

    /// <summary>
    /// Reads a version. One that today's rule book refuses, because a duty has another name or the law has become shorter,
    /// counts as having chosen nothing: its dates would be wrong by today's law.
    /// </summary>
    public static MunicipalRules Read(string text)
    {
        try
        {
            return MunicipalRules.Parse(text, "RuleVersions");
        }
        catch (RulesException)
        {
            return MunicipalRules.Default;
        }
    }

    public static bool AreSame(MunicipalRules one, MunicipalRules other) => Of(one) == Of(other);

    private static string Unit(Counted term) => term.Unit switch
    {
        TermUnit.Days => "days",
        TermUnit.WorkingDays => "workingDays",
        TermUnit.Weeks => "weeks",
        _ => "months",
    };
}
