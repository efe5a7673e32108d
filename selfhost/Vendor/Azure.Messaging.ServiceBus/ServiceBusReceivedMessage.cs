namespace Azure.Messaging.ServiceBus;

/// <summary>A message that was received, or looked at.</summary>
public class ServiceBusReceivedMessage
{
    internal const string ReasonProperty = "DeadLetterReason";
    internal const string DescriptionProperty = "DeadLetterErrorDescription";

    internal ServiceBusReceivedMessage()
    {
    }

    public BinaryData Body { get; internal init; } = BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty);

    public string? MessageId { get; internal init; }

    public string? ContentType { get; internal init; }

    public string? CorrelationId { get; internal init; }

    public string? Subject { get; internal init; }

    public string? To { get; internal init; }

    public string? ReplyTo { get; internal init; }

    public string? ReplyToSessionId { get; internal init; }

    public string? SessionId { get; internal init; }

    public string? PartitionKey { get; internal init; }

    public string? TransactionPartitionKey { get; internal init; }

    public TimeSpan TimeToLive { get; internal init; } = TimeSpan.MaxValue;

    public DateTimeOffset ScheduledEnqueueTime { get; internal init; }

    public IReadOnlyDictionary<string, object> ApplicationProperties { get; internal init; } = new Dictionary<string, object>();

    /// <summary>Settles the message, until <see cref="LockedUntil"/>.</summary>
    public string LockToken => LockTokenGuid.ToString();

    public DateTimeOffset LockedUntil { get; internal set; }

    /// <summary>1 at the first delivery.</summary>
    public int DeliveryCount { get; internal init; }

    /// <summary>Unique in its queue, and the order of delivery.</summary>
    public long SequenceNumber { get; internal init; }

    public long EnqueuedSequenceNumber { get; internal init; }

    public DateTimeOffset EnqueuedTime { get; internal init; }

    public DateTimeOffset ExpiresAt => TimeToLive >= DateTimeOffset.MaxValue - EnqueuedTime ? DateTimeOffset.MaxValue : EnqueuedTime + TimeToLive;

    public ServiceBusMessageState State { get; internal init; }

    /// <summary>Set in a dead-letter queue.</summary>
    public string? DeadLetterReason => ApplicationProperties.GetValueOrDefault(ReasonProperty) as string;

    /// <summary>Set in a dead-letter queue.</summary>
    public string? DeadLetterErrorDescription => ApplicationProperties.GetValueOrDefault(DescriptionProperty) as string;

    public string? DeadLetterSource { get; internal init; }

    internal Guid LockTokenGuid { get; init; }

    /// <summary>Says which message it is, not what is in it.</summary>
    public override string ToString() => $"{{MessageId:{MessageId}}}";
}
