using NodaTime;
using Rettidig.Domain.Events;

namespace Rettidig.Domain.Cases;

/// <summary>A fact with its place in the case: ordered by the day that counts, then by when it was recorded, then by who sent it.</summary>
public sealed record Recorded<T>(T Fact, LocalDate Day, Instant Time, Instant ReceivedAt, string Source, string Id, string Type) : IRecorded
    where T : Fact
{
    /// <summary>Whether this comes after the other in the case, however the two arrived.</summary>
    public bool IsAfter(IRecorded other) => CaseOrder.Compare(this, other) > 0;
}
