using NodaTime;
using Rettidig.Domain.Calendar;

namespace Rettidig.Domain.Events;

/// <summary>An event about a placement, as it stands in the case log.</summary>
/// <param name="Source">Who sent it (CloudEvents <c>source</c>).</param>
/// <param name="Id">Unique per source, at most 256 characters.</param>
/// <param name="Type">The full type, such as <c>dk.rettidig.review.held.v1</c>.</param>
/// <param name="Placement">The subject.</param>
/// <param name="Time">When the case system recorded it.</param>
/// <param name="ReceivedAt">When it reached us: no step of an obligation lies before its facts arrived.</param>
/// <param name="Fact">What happened.</param>
public sealed record CaseEvent(string Source, string Id, string Type, PlacementKey Placement, Instant Time, Instant ReceivedAt, Fact Fact)
{
    /// <summary>The day that counts: the fact's own, or the Copenhagen day it was recorded.</summary>
    public LocalDate Day => Fact.Day ?? CopenhagenTime.DateOf(Time);
}
