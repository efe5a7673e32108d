namespace Rettidig.Domain.Rules;

/// <summary>The column of a duty's row that says when it is due.</summary>
/// <param name="Text">In Danish: "3 måneder efter", or how the day comes about where it is not counted from the anchor.</param>
/// <param name="Term">Who counts the days. Where both can happen, the due date itself says.</param>
/// <param name="Terms">The terms in it that a municipality may choose; none where there is nothing to choose.</param>
/// <param name="Of">When an occurrence is due; null while that cannot be said or where the duty does not apply.</param>
public sealed record Deadline(string Text, Term Term, IReadOnlyList<DutyTerm> Terms, Func<Situation, DueDate?> Of)
{
    /// <summary>In Danish, where the duty only applies to some: "ved akut anbringelse". Empty where it applies to all.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Whether there is no time to do it in: it is looked over when it comes.</summary>
    public bool IsAtOnce { get; init; }

    /// <summary>The same, but only where something is so.</summary>
    internal Deadline Where(string condition, Func<Situation, bool> applies) =>
        this with { Condition = condition, Of = s => applies(s) ? Of(s) : null };

    /// <summary>The same, with something changed in each due date; null takes it away.</summary>
    internal Deadline Then(Func<Situation, DueDate, DueDate?> change) =>
        this with { Of = s => Of(s) is { } due ? change(s, due) : null };
}
