namespace Azure.Messaging.ServiceBus;

/// <summary>How a batch is made.</summary>
public class CreateMessageBatchOptions
{
    /// <summary>The most bytes; null: as many as the queue or topic takes at once.</summary>
    public long? MaxSizeInBytes { get; set; }
}
