using NodaTime;
using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Cases;

/// <summary>What a recorded fact of any type has.</summary>
public interface IRecorded
{
    /// <summary>The day that counts.</summary>
    LocalDate Day { get; }

    /// <summary>When the case system recorded it.</summary>
    Instant Time { get; }

    /// <summary>When it reached us.</summary>
    Instant ReceivedAt { get; }

    /// <summary>Who sent it.</summary>
    string Source { get; }

    /// <summary>Unique per source.</summary>
    string Id { get; }

    /// <summary>The full type of its event, such as <c>dk.rettidig.review.held.v1</c>.</summary>
    string Type { get; }

    /// <summary>The short name of its event, such as <c>review.held</c>.</summary>
    string EventName => EventCatalog.NameOf(Type) ?? Type;
}
