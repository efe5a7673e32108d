using System.Collections.Concurrent;
using Rettidig.Domain.Rules;
using Rettidig.Domain.Rules.Settings;

namespace Rettidig.Functions.Rules;

/// <summary>The rule book of each municipality: the standard one, with its own choices where it has made any. Made once, read at every look.</summary>
public sealed class RuleBooks
{
    private readonly Dictionary<string, MunicipalRules> rules;
    private readonly ConcurrentDictionary<string, RuleBook> books = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RuleBooks(IReadOnlyDictionary<string, MunicipalRules> rules)
    {
        this.rules = new Dictionary<string, MunicipalRules>(rules, StringComparer.Ordinal);
        foreach ((string municipality, MunicipalRules choices) in rules)
        {
            books[municipality] = new RuleBook(choices);
        }
    }

    /// <summary>The rule book a municipality's cases are evaluated by.</summary>
    public RuleBook BookOf(string municipality) => books.GetValueOrDefault(municipality, RuleBook.Standard);

    /// <summary>The rule book, once it is known what the municipality had chosen earlier: what is written must not forget that.</summary>
    public async Task<RuleBook> LoadedBookOfAsync(string municipality, CancellationToken cancellationToken)
    {
        await loaded.Task.WaitAsync(cancellationToken);
        return BookOf(municipality);
    }

    /// <summary>What a municipality has chosen.</summary>
    public MunicipalRules ChoicesOf(string municipality) => rules.GetValueOrDefault(municipality, MunicipalRules.Default);

    /// <summary>The municipalities that have a file of their own.</summary>
    public IReadOnlyCollection<string> Chosen => rules.Keys;

    /// <summary>Gives a municipality's rule book what it chose earlier.</summary>
    /// <param name="municipality">Three digits.</param>
    /// <param name="versions">Oldest first; the last is what it chooses now.</param>
    internal void Remember(string municipality, IReadOnlyList<RulesInForce> versions)
    {
        if (versions.Count > 1)
        {
            books[municipality] = new RuleBook(versions);
        }
    }

    /// <summary>All histories are read.</summary>
    internal void Loaded() => loaded.TrySetResult();
}
