using Rettidig.Domain.Rules;

namespace Rettidig.Functions.Rules;

/// <summary>The rule book of each municipality: the standard one, with its own choices where it has made any.</summary>
public sealed class RuleBooks
{
    private readonly Dictionary<string, MunicipalRules> rules;
    private readonly Dictionary<string, RuleBook> books;

    public RuleBooks(IReadOnlyDictionary<string, MunicipalRules> rules)
    {
        this.rules = new Dictionary<string, MunicipalRules>(rules, StringComparer.Ordinal);
        books = rules.ToDictionary(choice => choice.Key, choice => new RuleBook(choice.Value), StringComparer.Ordinal);
    }

    /// <summary>The rule book a municipality's cases are evaluated by.</summary>
    public RuleBook BookOf(string municipality) => books.GetValueOrDefault(municipality, RuleBook.Standard);

    /// <summary>What a municipality has chosen.</summary>
    public MunicipalRules ChoicesOf(string municipality) => rules.GetValueOrDefault(municipality, MunicipalRules.Default);
}
