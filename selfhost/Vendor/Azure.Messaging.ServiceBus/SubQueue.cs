namespace Azure.Messaging.ServiceBus;

/// <summary>The queues within a queue.</summary>
public enum SubQueue
{
    None = 0,

    /// <summary>Messages that were refused, or delivered too often.</summary>
    DeadLetter = 1,
}
