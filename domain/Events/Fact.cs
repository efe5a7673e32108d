using NodaTime;

namespace Rettidig.Domain.Events;

/// <summary>What happened in a case: the <c>data</c> of an event. One record per event type of the contract.</summary>
/// <param name="Day">The day that counts. Null for the few facts that carry none: then it is the day they were recorded.</param>
public abstract record Fact(LocalDate? Day)
{
    /// <summary>Whether the day may lie after the day the fact was recorded. True for starts, changes of site and caseworker, ends and meetings.</summary>
    public virtual bool MayLieAhead => false;
}
