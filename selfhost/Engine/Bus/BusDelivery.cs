namespace Rettidig.SelfHost.Bus;

/// <summary>Where a message stands in its queue.</summary>
public enum BusMessageState
{
    Active = 0,
    Deferred = 1,
    Scheduled = 2,
}

/// <summary>A message as it was received or looked at. The lock token settles it, until <see cref="LockedUntil"/>.</summary>
public sealed record BusDelivery
{
    public required BusMessage Message { get; init; }

    public required BusAddress Source { get; init; }

    /// <summary>Unique in its queue, and the order of delivery.</summary>
    public required long SequenceNumber { get; init; }

    public required DateTimeOffset EnqueuedTime { get; init; }

    /// <summary>1 at the first delivery; 0 when only looked at before any.</summary>
    public required int DeliveryCount { get; init; }

    /// <summary>Null when only looked at.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    public required BusMessageState State { get; init; }

    /// <summary>Set in a dead-letter queue.</summary>
    public string? DeadLetterReason { get; init; }

    public string? DeadLetterDescription { get; init; }

    /// <summary>Names this delivery of this message: another delivery of it has another token.</summary>
    public Guid LockToken => BusLock.Of(SequenceNumber, DeliveryCount);
}

/// <summary>A lock token is the sequence number and the delivery: nothing to draw at random, nothing to keep.</summary>
internal static class BusLock
{
    private const short Family = 0x5242;

    public static Guid Of(long sequenceNumber, int delivery) =>
        new(delivery, Family, 0, BitConverter.GetBytes(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(sequenceNumber)));

    public static (long SequenceNumber, int Delivery) Read(Guid token)
    {
        byte[] bytes = token.ToByteArray();
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(8)), BitConverter.ToInt32(bytes));
    }
}
