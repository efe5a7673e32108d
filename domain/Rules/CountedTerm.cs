namespace Rettidig.Domain.Rules;

/// <summary>
/// A due day that is one term from the anchor. A row's <see cref="Duty.Due"/> made of one can be read back, so that
/// settings, their schema and the printed table have the default from the row itself.
/// </summary>
internal sealed record CountedTerm(Counted Counted, Term Term)
{
    public DueDate? Due(Situation s) => Rules.Due.In(s, Counted, Term);
}
