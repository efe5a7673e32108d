namespace Rettidig.Domain.Rules;

/// <summary>
/// A term that a duty's row names and a municipality may choose: a municipal one freely, a statutory one only shorter.
/// </summary>
/// <param name="Default">The row's own.</param>
/// <param name="Term">Who counts it.</param>
/// <param name="Variant">Which of a duty's terms, as settings name it after a dot: <c>distressed</c>. Null for the term itself.</param>
/// <param name="Meaning">In Danish, when or for what a variant counts.</param>
public sealed record DutyTerm(Counted Default, Term Term, string? Variant = null, string? Meaning = null)
{
    /// <summary>The longest a municipality may choose. Two years where the law says nothing: longer is a slip of the pen.</summary>
    public Counted Longest { get; init; } = Term == Term.Statutory ? Default : Counted.Months(24);

    /// <summary>The shortest, where there is one.</summary>
    public Counted? Shortest { get; init; }

    /// <summary>As settings name it: <c>support-person-reoffer</c>, <c>support-person-reoffer.distressed</c>.</summary>
    public string NameIn(string dutyId) => Variant is null ? dutyId : $"{dutyId}.{Variant}";
}
