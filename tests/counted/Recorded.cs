using NodaTime;
using Rettidig.ReadCounts;
using Rettidig.Domain.Events;

namespace Rettidig.Domain.Cases;

/// <summary>As domain/Cases/Recorded.cs, but each look at what a fact says or at its day is counted.</summary>
public sealed record Recorded<T>(T Fact, LocalDate Day, Instant Time, Instant ReceivedAt, string Source, string Id, string Type) : IRecorded
    where T : Fact
{
    public T Fact
    {
        get => Reads.Count(field);
        init;
    } = Fact;

    public LocalDate Day
    {
        get => Reads.Count(field);
        init;
    } = Day;

    /// <summary>Whether this comes after the other in the case, however the two arrived.</summary>
    public bool IsAfter(IRecorded other) => CaseOrder.Compare(this, other) > 0;
}
