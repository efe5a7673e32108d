using Rettidig.Domain.Events.Reading;

namespace Rettidig.Domain.Events.Contract;

/// <summary>An event type of the contract. What its data must hold is what its reader asks for: the two cannot differ.</summary>
/// <param name="Name">Without prefix and version: <c>review.held</c>.</param>
/// <param name="Data">The fields of <c>data</c>, in the order they are read.</param>
public sealed record EventType(string Name, IReadOnlyList<EventField> Data)
{
    /// <summary>The largest event, in bytes.</summary>
    public const int MaxBytes = EventReader.MaxBytes;

    /// <summary>The fields that every event has outside of <c>data</c>, but for type and subject.</summary>
    public static IReadOnlyList<EventField> Envelope { get; } =
    [
        new("id", true, FieldShape.Text(1, EventReader.LongestId)),
        new("source", true, FieldShape.Text(1, EventReader.LongestSource)),
        new("time", true, FieldShape.Timestamp),
    ];

    /// <summary>Every type there is, by name.</summary>
    public static IReadOnlyList<EventType> All { get; } =
    [
        .. EventCatalog.CaseEventNames.Order(StringComparer.Ordinal).Select(name => Of(name, reader => EventCatalog.ReadFact(name, reader))),
        Of(EventCatalog.StaffUpserted, reader => EventCatalog.ReadStaff(reader)),
    ];

    /// <summary>With prefix and version: <c>dk.rettidig.review.held.v1</c>.</summary>
    public string FullName => EventCatalog.Prefix + Name + EventCatalog.Suffix;

    /// <summary>Whether it is about a member of staff rather than a placement.</summary>
    public bool IsAboutStaff => Name == EventCatalog.StaffUpserted;

    private static EventType Of(string name, Action<FieldReader> read)
    {
        FieldReader reader = FieldReader.Listening();
        read(reader);
        return new EventType(name, reader.Asked);
    }
}
