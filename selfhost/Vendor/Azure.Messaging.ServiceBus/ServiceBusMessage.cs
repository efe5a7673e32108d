namespace Azure.Messaging.ServiceBus;

/// <summary>A message to send. At most 256 KiB with its properties.</summary>
public class ServiceBusMessage
{
    public ServiceBusMessage()
        : this(BinaryData.FromBytes(ReadOnlyMemory<byte>.Empty))
    {
    }

    public ServiceBusMessage(string body)
        : this(BinaryData.FromString(body))
    {
    }

    public ServiceBusMessage(ReadOnlyMemory<byte> body)
        : this(BinaryData.FromBytes(body))
    {
    }

    public ServiceBusMessage(BinaryData body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
    }

    /// <summary>A copy to send on: body, properties and id; not the lock, the delivery count or the dead-letter reason.</summary>
    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
    {
        ArgumentNullException.ThrowIfNull(receivedMessage);
        Body = receivedMessage.Body;
        MessageId = receivedMessage.MessageId;
        ContentType = receivedMessage.ContentType;
        CorrelationId = receivedMessage.CorrelationId;
        Subject = receivedMessage.Subject;
        To = receivedMessage.To;
        ReplyTo = receivedMessage.ReplyTo;
        ReplyToSessionId = receivedMessage.ReplyToSessionId;
        SessionId = receivedMessage.SessionId;
        PartitionKey = receivedMessage.PartitionKey;
        TimeToLive = receivedMessage.TimeToLive;
        foreach ((string name, object value) in receivedMessage.ApplicationProperties)
        {
            if (name is not (ServiceBusReceivedMessage.ReasonProperty or ServiceBusReceivedMessage.DescriptionProperty))
            {
                ApplicationProperties[name] = value;
            }
        }
    }

    public BinaryData Body { get; set; }

    /// <summary>At most 128 characters. Where duplicate detection is on, a second message of this id within the window is dropped.</summary>
    public string? MessageId { get; set; }

    public string? ContentType { get; set; }

    public string? CorrelationId { get; set; }

    public string? Subject { get; set; }

    public string? To { get; set; }

    public string? ReplyTo { get; set; }

    public string? ReplyToSessionId { get; set; }

    public string? SessionId { get; set; }

    public string? PartitionKey { get; set; }

    public TimeSpan TimeToLive { get; set; } = TimeSpan.MaxValue;

    /// <summary>The message cannot be received before this; the default: at once.</summary>
    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    /// <summary>Properties of one's own: text, numbers, Boolean, Guid, moments, spans, bytes.</summary>
    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>Says which message it is, not what is in it.</summary>
    public override string ToString() => $"{{MessageId:{MessageId}}}";
}
