
namespace Rettidig.Domain.Rules.Settings;

/// <summary>Reads <c>terms</c>: a municipality's own terms, where the law leaves them to it or lets it be quicker.</summary>
internal static class TermReader
{
    /// <summary>What terms are counted in, as settings name it.</summary>
    public static readonly IReadOnlyDictionary<string, TermUnit> Units = new Dictionary<string, TermUnit>(StringComparer.Ordinal)
    {
        ["days"] = TermUnit.Days,
        ["workingDays"] = TermUnit.WorkingDays,
        ["weeks"] = TermUnit.Weeks,
        ["months"] = TermUnit.Months,
    };

    public static IReadOnlyDictionary<string, Counted> Read(SettingsNode node)
    {
        Dictionary<string, (Duty Duty, DutyTerm Term)> known = All().ToDictionary(entry => entry.Term.NameIn(entry.Duty.Id), StringComparer.Ordinal);
        Dictionary<string, Duty> noChoice = RuleBook.Standard.Duties.Where(duty => duty.Terms.Count == 0).ToDictionary(duty => duty.Id, StringComparer.Ordinal);
        var chosen = new Dictionary<string, Counted>(StringComparer.Ordinal);
        foreach ((string name, SettingsNode term) in node.Properties([.. known.Keys, .. noChoice.Keys], "pligt med en frist, der kan vælges"))
        {
            chosen[name] = known.TryGetValue(name, out (Duty Duty, DutyTerm Term) entry)
                ? ReadTerm(term, entry.Duty, entry.Term)
                : throw term.Fault($"kan ikke vælges, for fristen {WhyFixed(noChoice[name])}: slet linjen");
        }

        return chosen;
    }

    /// <summary>Every term that can be chosen, in the order of the rule book.</summary>
    public static IEnumerable<(Duty Duty, DutyTerm Term)> All() => RuleBook.Standard.Duties.SelectMany(duty => duty.Terms.Select(term => (duty, term)));

    private static Counted ReadTerm(SettingsNode node, Duty duty, DutyTerm term)
    {
        (string Unit, SettingsNode Number)[] given = [.. node.Properties([.. Units.Keys], "tidsenhed")];
        if (given is not [var (unit, number)])
        {
            throw node.Wrong($"ét af {string.Join(", ", Units.Keys)}", "{ \"days\": 14 }");
        }

        TermRange range = TermRange.Of(term, Units[unit]);
        int count = number.WholeNumber(0, TermRange.MostEver, "et helt tal");
        if (count > range.Most && term.Term == Term.Statutory)
        {
            throw number.Fault($"er længere end lovens {term.Default} ({duty.Law.Latest}), og en lovbestemt frist kan ikke forlænges: {AtMost(range, unit)}");
        }

        return count >= range.Least && count <= range.Most
            ? new Counted(count, Units[unit])
            : throw number.Wrong($"et tal fra {range.Least} til {range.Most}", $"{Math.Max(range.Least, Math.Min(count, range.Most))}");
    }

    private static string WhyFixed(Duty duty) => duty.Kind == DutyKind.Statute ? $"er lovens ({duty.Law.Latest})" : "er en bestemt dag";

    private static string AtMost(TermRange range, string unit) => range.Most >= range.Least ? $"skriv højst \"{unit}\": {range.Most}, eller slet linjen" : "slet linjen, eller brug en mindre tidsenhed";
}
