namespace Rettidig.Domain.Rules.Settings;

/// <summary>The terms a municipality has chosen for one duty, by variant; the term itself has none.</summary>
public sealed class TermChoices
{
    /// <summary>Nothing chosen.</summary>
    public static readonly TermChoices None = new([]);

    private readonly (string? Variant, Counted Term)[] terms;

    private TermChoices((string? Variant, Counted Term)[] terms) => this.terms = terms;

    /// <summary>What is chosen of a duty's terms.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="chosen">All terms chosen, as <see cref="DutyTerm.NameIn"/> names them.</param>
    public static TermChoices For(Duty duty, IReadOnlyDictionary<string, Counted> chosen)
    {
        (string?, Counted)[] own = [.. duty.Terms.Where(term => chosen.ContainsKey(term.NameIn(duty.Id))).Select(term => (term.Variant, chosen[term.NameIn(duty.Id)]))];
        return own.Length == 0 ? None : new TermChoices(own);
    }

    /// <summary>The term chosen, or null.</summary>
    public Counted? Of(string? variant)
    {
        foreach ((string? name, Counted term) in terms)
        {
            if (name == variant)
            {
                return term;
            }
        }

        return null;
    }

    internal bool IsSameAs(TermChoices other) => terms.AsSpan().SequenceEqual(other.terms);
}
