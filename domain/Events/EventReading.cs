namespace Rettidig.Domain.Events;

/// <summary>What came of reading a message: an event about a placement, one about staff, or a refusal.</summary>
public abstract record EventReading
{
    private EventReading()
    {
    }

    /// <summary>An event for the case log.</summary>
    public sealed record OfCase(CaseEvent Event) : EventReading;

    /// <summary>An event for the staff directory.</summary>
    public sealed record OfStaff(StaffEvent Event) : EventReading;

    /// <summary>The message cannot be used.</summary>
    public sealed record Refused(Refusal Refusal) : EventReading;
}
